import "server-only";
import { randomBytes } from "node:crypto";
import { hashToken } from "@/lib/access/session";
import { forget, showOnce, waiting } from "@/lib/access/shown-once";

const PLACE = { cookie: "followthrough-new-token", page: "/settings/tokens" };

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Makes a token, puts its hash into the form, and keeps it for the page that shows it. */
export async function mintSecret(formData: FormData): Promise<void> {
  const token = newSecret();
  formData.set("tokenHash", hashToken(token));
  await showOnce(PLACE, String(formData.get("_workspace") ?? ""), token);
}

/** This device forgets the token. */
export async function forgetSecret(slug: string): Promise<void> {
  await forget(PLACE, slug);
}

/** The token that waits to be shown; it need not be one that was made. */
export async function waitingSecret(): Promise<{ token: string; tokenHash: string } | null> {
  return waiting(PLACE);
}
