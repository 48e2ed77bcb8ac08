import "server-only";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** A phone's clock may be one code ahead or behind. */
const WINDOW = 1;

function totp(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: "Followthrough",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}

/** A new secret for an app, in base32: 160 bits. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code of a secret says to an app. */
export function secretAddress(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The number in time of the code that `code` is at `now`; null when it is none of those that count then. */
export function stepOf(secret: string, code: string, now: Date): bigint | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta);
}

/** The code of a moment: for the tests. */
export function codeAt(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() });
}
