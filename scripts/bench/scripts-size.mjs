// How much script a page loads, compressed, in a browser of today.
import { gzipSync } from "node:zlib";

/** Pages of the product that a member opens, and two that everybody does. */
export const PAGES = (slug) => [
  "/",
  "/sign-in",
  ...[
    "",
    "/consultations",
    "/consultations/new",
    "/log",
    "/activities",
    "/follow-ups",
    "/bodies",
    "/import",
    "/shares",
    "/members",
    "/settings",
    "/audit",
  ].map((path) => `/w/${slug}${path}`),
];

/** Kilobytes of script of each page: [{ path, kilobytes }], the heaviest first. */
export async function scriptSizes({ url }, { slug, session }) {
  const known = new Map();
  const sizeOf = async (source) => {
    if (!known.has(source)) {
      const answer = await fetch(new URL(source, url));
      known.set(source, gzipSync(Buffer.from(await answer.arrayBuffer())).length);
    }
    return known.get(source);
  };
  const sizes = [];
  for (const path of PAGES(slug)) {
    const answer = await fetch(`${url}${path}`, { headers: { Cookie: `followthrough-session=${session}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const tags = (await answer.text()).match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
    const modern = tags.filter((tag) => !/nomodule/i.test(tag));
    const sources = new Set(modern.map((tag) => /\ssrc="([^"]+)"/.exec(tag)[1]));
    let bytes = 0;
    for (const source of sources) bytes += await sizeOf(source);
    sizes.push({ path, kilobytes: bytes / 1024 });
  }
  return sizes.sort((a, b) => b.kilobytes - a.kilobytes);
}
