import "server-only";
import { settings } from "@/lib/env";

/** Where passkeys belong: a host name, and the address pages must have to use them. */
export type RelyingParty = { id: string; origin: string };

/** From APP_URL. Passkeys need a name, not a number, so on one's own machine they work at `localhost`. */
export function relyingParty(): RelyingParty {
  const url = new URL(settings().appUrl);
  if (url.hostname === "127.0.0.1" || url.hostname === "[::1]") url.hostname = "localhost";
  return { id: url.hostname, origin: url.origin };
}
