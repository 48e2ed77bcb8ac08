import "server-only";
import { sessionCookieName } from "@/lib/access/session";

/** The session token an answer hands to the browser; null when it starts no session. */
export function newSessionToken(response: Response): string | null {
  const start = `${sessionCookieName()}=`;
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(start));
  return cookie?.slice(start.length).split(";")[0] || null;
}

/**
 * The answer with our session's cookie alone. The library's own ones would stay after signing out, and one of them
 * says which organisation's page was opened; taking an e-mail link needs none of them.
 * @param forVisit the cookie ends with the browser: without a date until which to keep it
 */
export function withSessionAlone(response: Response, { forVisit }: { forVisit: boolean }): Response {
  const start = `${sessionCookieName()}=`;
  const headers = new Headers(response.headers);
  const ours = headers.getSetCookie().filter((one) => one.startsWith(start));
  headers.delete("Set-Cookie");
  for (const cookie of ours)
    headers.append("Set-Cookie", forVisit ? cookie.replace(/;\s*(expires|max-age)=[^;]*/gi, "") : cookie);
  return new Response(response.body, { status: response.status, headers });
}
