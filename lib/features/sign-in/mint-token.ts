import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { systemClient } from "@/lib/db/clients";
import { settings } from "@/lib/env";

export type SignInToken = { email: string; token: string };

/**
 * The one place that mints a one-time sign-in token: for mails, the demo buttons and the command line.
 * Only its hash is stored, made the way next-auth checks it: sha256(token + secret).
 */
export async function mintToken(email: string, lifetimeSeconds: number): Promise<SignInToken> {
  const token = randomBytes(32).toString("base64url");
  await systemClient().verificationToken.create({
    data: {
      identifier: email,
      token: createHash("sha256").update(`${token}${settings().authSecret}`).digest("hex"),
      expires: new Date(Date.now() + lifetimeSeconds * 1000),
    },
  });
  return { email, token };
}

/** The page with the button that signs in. Opening it consumes nothing, so mail scanners do no harm. */
export function confirmAddress({ email, token }: SignInToken, next: string): string {
  return `${settings().appUrl}/sign-in/confirm?${new URLSearchParams({ email, token, next })}`;
}

/** What the button calls: next-auth takes the token and starts a session. */
export function callbackPath({ email, token }: SignInToken, next: string): string {
  return `/api/auth/callback/email?${new URLSearchParams({ email, token, callbackUrl: next })}`;
}

/** A path on this site, or `/` for anything else: nobody is sent elsewhere after signing in. */
export function safePath(next: string | null | undefined): string {
  if (!next || !URL.canParse(next, settings().appUrl)) return "/";
  const target = new URL(next, settings().appUrl);
  return target.origin === new URL(settings().appUrl).origin && next.startsWith("/")
    ? target.pathname + target.search
    : "/";
}
