import { type NextRequest, NextResponse } from "next/server";
import { findShare } from "@/lib/access/shares";
import { visitorOf } from "@/lib/access/visitor";
import { emptyPage, LEFT_COOKIE } from "@/lib/domain/exit";

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

/** The address of a view for whoever holds its link. */
const VIEW_LINK = /^\/shared\/([^/]+)\/?$/;

/**
 * A link that opens nothing is answered here, whole and with its status: a page that finds out while it is made
 * answers 404 with nothing in it until scripts run. Null for a link that opens something, and for every other page.
 */
async function goneView(request: NextRequest, headers: Headers): Promise<NextResponse | null> {
  const token = VIEW_LINK.exec(request.nextUrl.pathname)?.[1];
  if (!token) return null;
  const found = await findShare(token, visitorOf(request.headers));
  if (found.state === "there") return null;
  const gone = new URL("/shared/gone", request.url);
  if (found.state === "gone") return NextResponse.rewrite(gone, { request: { headers }, status: 404 });
  const retryAfter = String(found.retryAfterSeconds);
  return NextResponse.rewrite(gone, {
    request: { headers },
    status: 429,
    headers: { "Retry-After": retryAfter },
  });
}

/** Headers of every page: a policy with a nonce of its own, nothing kept by browsers or proxies, nothing said to other sites. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = policyFor(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = isPageAfterExit(request)
    ? new NextResponse(emptyPage(nonce), { headers: { "Content-Type": "text/html; charset=utf-8" } })
    : ((await goneView(request, headers)) ?? NextResponse.next({ request: { headers } }));
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

// Uploads stay outside: the proxy would cut them at 10 MB.
export const config = { matcher: ["/((?!_next/static|w/[^/]+/import/upload).*)"] };
