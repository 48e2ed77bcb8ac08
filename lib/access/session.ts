import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import type { Key } from "@/lib/db/doors";
import { settings } from "@/lib/env";

/** How long a session opens pages, and how much longer what its person types is still kept for them. Seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;
export const AFTERLIFE_SECONDS = 7 * 24 * 3600;
/** The same on a device that others use too; there the session also ends with the browser. */
export const SHARED_SESSION_SECONDS = 12 * 3600;

/** The session cookie's name; the `__Host-` prefix ties it to this host wherever the connection is encrypted. */
export function sessionCookieName(): string {
  return settings().appUrl.startsWith("https:") ? "__Host-followthrough-session" : "followthrough-session";
}

/** What the database holds instead of a session's token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The hash of this request's session token; null when there is none. It may be unknown or expired. */
export async function sessionHash(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? hashToken(token) : null;
}

/** This request's key to a workspace. Without a session it fits no door. */
export async function sessionKey(slug: string): Promise<Key> {
  return { kind: "session", sessionHash: (await sessionHash()) ?? "", slug };
}
