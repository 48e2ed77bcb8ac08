import "server-only";

/** The headers of an address that the proxy leaves alone, so that it does not cut what is sent there. */
export const BARE_HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Leads a browser that sent something on to a page. */
export function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { ...BARE_HEADERS, Location: path } });
}

export function refuse(status: 403 | 404): Response {
  return new Response(null, { status, headers: BARE_HEADERS });
}
