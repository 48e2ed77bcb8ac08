import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { hashToken } from "@/lib/access/session";
import { settings } from "@/lib/env";

// A token is kept nowhere, so its maker is shown it once: it waits for them for ten minutes in a cookie that no script
// can read and that is sent to the page of tokens alone.

const COOKIE = "followthrough-new-token";
const SECONDS = 600;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

async function remember(slug: string, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(COOKIE, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: settings().appUrl.startsWith("https:"),
    path: `/w/${encodeURIComponent(slug)}/settings/tokens`,
    maxAge,
  });
}

/** Makes a token, puts its hash into the form, and keeps it for the page that shows it. */
export async function mintSecret(formData: FormData): Promise<void> {
  const token = newSecret();
  formData.set("tokenHash", hashToken(token));
  await remember(String(formData.get("_workspace") ?? ""), token, SECONDS);
}

/** This device forgets the token. */
export async function forgetSecret(slug: string): Promise<void> {
  await remember(slug, "", 0);
}

/** The token that waits to be shown; it need not be one that was made. */
export async function waitingSecret(): Promise<{ token: string; tokenHash: string } | null> {
  const token = (await cookies()).get(COOKIE)?.value ?? "";
  return SHAPE.test(token) ? { token, tokenHash: hashToken(token) } : null;
}
