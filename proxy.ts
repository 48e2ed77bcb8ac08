import { type NextRequest, NextResponse } from "next/server";
import { ATTACHMENT_PATH, ATTACHMENT_POLICY } from "@/lib/domain/attachment";
import { emptyPage, LEFT_COOKIE } from "@/lib/domain/exit";
import { PATH_HEADER } from "@/lib/domain/page-path";

// biome-ignore lint/style/noProcessEnv: the build replaces it; the settings are not needed here
const development = process.env.NODE_ENV === "development";

function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Whether a whole page is asked for by somebody who exited: the answer is empty until it is known how they came. */
function isPageAfterExit(request: NextRequest): boolean {
  return (
    request.method === "GET" &&
    request.cookies.has(LEFT_COOKIE) &&
    request.headers.get("sec-fetch-dest") === "document"
  );
}

/** What belongs to one organisation, to an officer it chose, or to nobody outside: no search engine keeps any of it. */
const NOT_FOR_SEARCH = /^\/(?:w|shared|admin|account|invitation)(?:\/|$)/;

/** Headers of every page: a policy with a nonce of its own, nothing kept by browsers or proxies, nothing said to other sites. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const gone = isPageAfterExit(request);
  const isFile = ATTACHMENT_PATH.test(request.nextUrl.pathname) && !gone;
  const policy = isFile ? ATTACHMENT_POLICY : policyFor(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname);
  const response = gone
    ? new NextResponse(emptyPage(nonce), { headers: { "Content-Type": "text/html; charset=utf-8" } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  // Under `no-referrer`, forms without scripts would send `Origin: null` and be refused.
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  if (NOT_FOR_SEARCH.test(request.nextUrl.pathname))
    response.headers.set("X-Robots-Tag", "noindex, nofollow, noarchive, nosnippet");
  return response;
}

// Uploads stay outside: the proxy would cut them at 10 MB. So does the API, whose answers are no pages: it sets its own
// headers.
export const config = { matcher: ["/((?!_next/static|api/v1/|w/[^/]+/(?:import|files)/upload).*)"] };
