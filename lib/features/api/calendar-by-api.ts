import "server-only";
import { createHash } from "node:crypto";
import { admit, apiKey, failureAnswer, faultAnswer, type Handler } from "@/lib/access/api";
import { API_HEADERS, problem } from "@/lib/access/api-problem";
import { readQuery } from "@/lib/access/api-query";
import { countUse } from "@/lib/access/rate-limit";
import { hashToken } from "@/lib/access/session";
import { visitorOf } from "@/lib/access/visitor";
import { countFailedUse } from "@/lib/db/doors";
import { feedFile } from "@/lib/features/calendar/feed-file";
import { findCalendar } from "@/lib/features/calendar/find-calendar";
import { systemClock } from "@/lib/services/clock";

const FEED_SECRET = /^[A-Za-z0-9_-]{43}$/;

/** Somebody may be guessing: after some tries they are told to wait. */
async function missed(request: Request): Promise<Response> {
  const wait = await countUse("feedByVisitor", visitorOf(request.headers));
  return wait === null
    ? problem("unauthorized")
    : problem("too_many_requests", { headers: { "Retry-After": String(wait) } });
}

/** The file, or 304 where the calendar that asks has it already. */
function fileAnswer(request: Request, text: string): Response {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  // Nobody on the way keeps it; a calendar that has it says so by its tag.
  const headers = { ...API_HEADERS, ETag: tag };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  if (known.includes(tag) || known.includes(`W/${tag}`)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="followthrough.ics"',
    },
  });
}

/** The dates of an organisation for a calendar: with the secret in its address, or like every other call. */
export const calendarByApi: Handler = async (request, context) => {
  try {
    const { slug = "" } = await context.params;
    const search = new URL(request.url).searchParams;
    const secret = search.get("token");
    const own = apiKey(request, slug);
    if (secret === null && !own) return problem("unauthorized");
    if (secret !== null && !FEED_SECRET.test(secret)) return missed(request);
    const key = secret === null ? own : ({ kind: "feed", tokenHash: hashToken(secret), slug } as const);
    if (!key) return problem("unauthorized");
    const read = readQuery(search, { token: "text" });
    if (!read.ok) return (await admit(key)) ?? failureAnswer(read);
    const result = await findCalendar.run(key, {}, systemClock());
    if (result.ok) return fileAnswer(request, feedFile(result.value.value));
    if (key.kind === "feed" && result.code === "signed_out") return missed(request);
    if (key.kind === "token" && result.code === "not_found") await countFailedUse(key.tokenHash);
    return failureAnswer(result);
  } catch (error) {
    return faultAnswer(error);
  }
};
