// Leaving in a hurry. A page can replace its own place in the browser's history, not those before it. So exiting
// leaves a mark, and while it stands a page opened by the Back button is answered with an empty one that goes on
// to the ordinary site. Whoever opens us on purpose takes the mark away by doing so.

/** Somewhere ordinary that nobody has to explain. */
export const ELSEWHERE = "https://www.bbc.co.uk/weather";

/** The mark: a cookie of the visit that says nothing but that somebody exited. */
export const LEFT_COOKIE = "left";

/** The empty page. `nonce` is that of the page's content policy. Without scripts, exiting leaves no mark. */
export function emptyPage(nonce: string): string {
  const script = `
    var way = performance.getEntriesByType("navigation")[0];
    if (way && way.type === "back_forward") location.replace(${JSON.stringify(ELSEWHERE)});
    else { document.cookie = "${LEFT_COOKIE}=; path=/; max-age=0"; location.reload(); }
    addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title> </title><script nonce="${nonce}">${script}</script></head><body></body></html>`;
}
