import "server-only";
import { cookies } from "next/headers";
import { settings } from "@/lib/env";
import { hashToken } from "./session";

// A secret is kept nowhere, so its maker is shown it once: it waits for them for ten minutes in a cookie that no script
// can read and that is sent to one page alone.

const SECONDS = 600;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

type Place = { cookie: string /** Below the workspace. */; page: string };

async function put({ cookie, page }: Place, slug: string, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(cookie, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: settings().appUrl.startsWith("https:"),
    path: `/w/${encodeURIComponent(slug)}${page}`,
    maxAge,
  });
}

/** Keeps a new secret for the page that shows it. */
export function showOnce(place: Place, slug: string, secret: string): Promise<void> {
  return put(place, slug, secret, SECONDS);
}

/** This device forgets the secret. */
export function forget(place: Place, slug: string): Promise<void> {
  return put(place, slug, "", 0);
}

/** The secret that waits to be shown; it need not be one that was made. */
export async function waiting({ cookie }: Place): Promise<{ token: string; tokenHash: string } | null> {
  const token = (await cookies()).get(cookie)?.value ?? "";
  return SHAPE.test(token) ? { token, tokenHash: hashToken(token) } : null;
}
