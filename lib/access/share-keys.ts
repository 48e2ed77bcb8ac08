import "server-only";
import { createHash, randomBytes, randomInt, scrypt } from "node:crypto";

// The address of a link is its key: 256 bits at random, of which the database keeps the sha256. A passphrase is made by
// us too, so that nobody uses one they use elsewhere and none waits in a draft: the database keeps a salt and the
// sha256 of what scrypt makes of both. Whoever reads the database can open nothing with either.

const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;
/** Letters and digits that are not taken for one another, also when they are read out. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const PASSPHRASE_GROUPS = 3;
const GROUP_LENGTH = 4;
/** scrypt: 32 MB and about 80 ms for each try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

export function newShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function isShareToken(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}

/** What the database holds instead of a link's token. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(`share ${token}`).digest("hex");
}

/** Sixty bits, as three groups that can be said on the phone: "kf7m-w3tq-9hxd". */
export function newPassphrase(): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? "";
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: PASSPHRASE_GROUPS }, group).join("-");
}

export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

/** What is made of a passphrase, however it was typed: it opens the view, and is never kept. */
export function keyOf(passphrase: string, salt: string): Promise<string> {
  const said = passphrase
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return new Promise((resolve, reject) => {
    scrypt(said, salt, 32, COST, (error, key) =>
      error ? reject(error) : resolve(key.toString("base64url")),
    );
  });
}

/** What the database holds instead of that key. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
