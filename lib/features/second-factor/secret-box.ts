import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { settings } from "@/lib/env";

// Keys of their own, each from AUTH_SECRET: whoever reads the database alone can use nothing of what is in it.
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", settings().authSecret, "", `second factor ${purpose}`, 32));
}

/** Text that only a server with the same AUTH_SECRET can read, and only as this person's. */
export function seal(text: string, userId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("secret"), nonce).setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** Reads what `seal` wrote; null when it was sealed for somebody else, with another secret, or was changed. */
export function unseal(sealed: string, userId: string): string | null {
  const [nonce, tag, content] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!nonce || !tag || !content || nonce.length !== 12 || tag.length !== 16) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor("secret"), nonce)
      .setAAD(Buffer.from(userId))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** What the database holds instead of a recovery code. The code itself is random enough for a fast hash. */
export function hashRecoveryCode(plain: string, userId: string): string {
  return createHmac("sha256", keyFor("recovery codes")).update(`${userId} ${plain}`).digest("base64url");
}
