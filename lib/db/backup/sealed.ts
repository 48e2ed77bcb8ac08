import {
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

// A sealed file: its first line, salt, nonce, what tells the right passphrase, the encrypted bytes, and the tag that
// proves they are whole. AES-256-GCM with a key from the passphrase by scrypt.

const FIRST_LINE = Buffer.from("followthrough backup 1, aes-256-gcm\n");
const SALT = 16;
const NONCE = 12;
const CHECK = 16;
const TAG = 16;
const START = FIRST_LINE.length + SALT + NONCE + CHECK;

/** The file is not what it should be. Its message is meant for people. */
export class SealError extends Error {
  override name = "SealError";
}

/** Two keys from one passphrase: one encrypts, the other is written down to tell the right passphrase from a wrong one. */
function keysFrom(passphrase: string, salt: Buffer): { key: Buffer; check: Buffer } {
  const bytes = scryptSync(passphrase, salt, 32 + CHECK, {
    N: 2 ** 16,
    r: 8,
    p: 1,
    maxmem: 128 * 1024 * 1024,
  });
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

/** Encrypts what passes through it. */
export function seal(passphrase: string): Transform {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const { key, check } = keysFrom(passphrase, salt);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (!begun) this.push(Buffer.concat([FIRST_LINE, salt, nonce, check]));
      begun = true;
      next(null, cipher.update(chunk));
    },
    flush(next) {
      this.push(cipher.final());
      this.push(cipher.getAuthTag());
      next();
    },
  });
}

/**
 * Decrypts what passes through it; a file that was never sealed passes as it is. Bytes come out before it is known
 * that all of them are genuine: whoever uses them must be able to take everything back when this fails at the end.
 * @param passphrase null when none was given
 */
export function unseal(passphrase: string | null): Transform {
  return new Unseal(passphrase);
}

class Unseal extends Transform {
  /** The last bytes seen: they may be the tag. */
  #held = Buffer.alloc(0);
  #decipher: DecipherGCM | null = null;
  #plain = false;

  constructor(readonly passphrase: string | null) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    try {
      this.#take(chunk);
      next();
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      this.#end();
      next();
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #take(chunk: Buffer): void {
    if (this.#plain) {
      this.push(chunk);
      return;
    }
    this.#held = Buffer.concat([this.#held, chunk]);
    if (this.#decipher === null && !this.#begin()) return;
    if (this.#decipher === null || this.#held.length <= TAG) return;
    this.push(this.#decipher.update(this.#held.subarray(0, -TAG)));
    this.#held = Buffer.from(this.#held.subarray(-TAG));
  }

  /** Reads the first line once there is enough of it. Answers whether the encrypted bytes have begun. */
  #begin(): boolean {
    const line = this.#held.subarray(0, FIRST_LINE.length);
    if (!FIRST_LINE.subarray(0, line.length).equals(line)) {
      this.#plain = true;
      this.push(this.#held);
      return false;
    }
    if (this.#held.length < START) return false;
    if (this.passphrase === null)
      throw new SealError("This backup is encrypted. Give its passphrase in BACKUP_PASSPHRASE.");
    const salt = this.#held.subarray(FIRST_LINE.length, FIRST_LINE.length + SALT);
    const nonce = this.#held.subarray(FIRST_LINE.length + SALT, START - CHECK);
    const { key, check } = keysFrom(this.passphrase, salt);
    if (!timingSafeEqual(check, this.#held.subarray(START - CHECK, START)))
      throw new SealError("This is another passphrase than the one the backup was made with.");
    this.#decipher = createDecipheriv("aes-256-gcm", key, nonce);
    this.#held = Buffer.from(this.#held.subarray(START));
    return true;
  }

  #end(): void {
    if (this.#plain) return;
    if (this.#decipher === null || this.#held.length !== TAG)
      throw new SealError("The backup is cut off: it is not whole.");
    this.#decipher.setAuthTag(this.#held);
    try {
      this.#decipher.final();
    } catch {
      throw new SealError("The backup was changed since it was made.");
    }
  }
}
