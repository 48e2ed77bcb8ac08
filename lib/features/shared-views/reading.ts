import "server-only";
import type { PlainDate } from "@/lib/domain/plain-date";
import { systemClock } from "@/lib/services/clock";

/** The day it is where nothing says which time zone counts. */
export function today(): PlainDate {
  return systemClock().toISOString().slice(0, 10);
}

/** The nonce that styles of this page must carry, as the proxy chose it. */
export function nonceOf(headers: Headers): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
}
