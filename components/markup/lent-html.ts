/**
 * HTML on its way from the components that make it to the one that writes it. Both run in one process for one page,
 * but as two bundles, between which React would carry it as part of what it also sends to the browser.
 */
const lent: typeof globalThis & { followthroughLentHtml?: Map<string, Lent> } = globalThis;
type Lent = { html: string; forgotten: ReturnType<typeof setTimeout> };

/** Milliseconds after which nobody comes for it any more: a page that broke off between the two. */
const WAITS = 60_000;

function all(): Map<string, Lent> {
  lent.followthroughLentHtml ??= new Map();
  return lent.followthroughLentHtml;
}

/** @returns the name under which it can be taken, once: no other page has the same */
export function lendHtml(html: string): string {
  const name = crypto.randomUUID();
  const forgotten = setTimeout(() => all().delete(name), WAITS);
  forgotten.unref();
  all().set(name, { html, forgotten });
  return name;
}

/** What was lent under this name, for the one time it is written. */
export function takeHtml(name: string): string {
  const found = all().get(name);
  if (!found) throw new Error("This HTML was taken already, or nobody came for it in time");
  clearTimeout(found.forgotten);
  all().delete(name);
  return found.html;
}
