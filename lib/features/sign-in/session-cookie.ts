import "server-only";
import { sessionCookieName } from "@/lib/access/session";

/** The session token an answer hands to the browser; null when it starts no session. */
export function newSessionToken(response: Response): string | null {
  const start = `${sessionCookieName()}=`;
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(start));
  return cookie?.slice(start.length).split(";")[0] || null;
}

/** The answer with its session cookie made to end with the browser: without a date until which to keep it. */
export function endWithBrowser(response: Response): Response {
  const start = `${sessionCookieName()}=`;
  const headers = new Headers(response.headers);
  const kept = headers.getSetCookie();
  headers.delete("Set-Cookie");
  for (const cookie of kept) {
    const ours = cookie.startsWith(start);
    headers.append("Set-Cookie", ours ? cookie.replace(/;\s*(expires|max-age)=[^;]*/gi, "") : cookie);
  }
  return new Response(response.body, { status: response.status, headers });
}
