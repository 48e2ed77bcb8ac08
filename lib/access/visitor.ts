import "server-only";
import { headers } from "next/headers";

/** Whom a stranger's tries are counted for. Behind a reverse proxy the last entry is the one the proxy itself added. */
export async function visitor(): Promise<string> {
  return visitorOf(await headers());
}

/** The same of a request that is at hand. */
export function visitorOf(sent: { get: (name: string) => string | null }): string {
  return sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "direct";
}
