import "server-only";
import { settings } from "@/lib/env";

/**
 * Whether a POST came from a page of ours. Browsers say so themselves and pages cannot forge it; one too old to say
 * it is let through, because our cookies do not travel with another site's forms anyway.
 */
export function isFromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

/** The same where one too old to say it must at least name where its form stood: for what a cookie alone would let in. */
export function isSurelyFromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site ? site === "same-origin" : request.headers.get("origin") === settings().appUrl;
}
