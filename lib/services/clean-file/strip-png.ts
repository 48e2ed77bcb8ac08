import { FileFailure } from "./failure";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a PNG is drawn from. Everything else (texts, EXIF, dates, profiles, what programs add) goes. */
const DRAWN = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
]);

/**
 * A PNG inside of a document without what was written beside its dots.
 * @throws FileFailure picture_damaged
 */
export function stripPng(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new FileFailure("picture_damaged");
  const kept: Buffer[] = [SIGNATURE];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.subarray(at + 4, at + 8).toString("latin1");
    if (next > bytes.length) break;
    if (DRAWN.has(name)) kept.push(bytes.subarray(at, next));
    if (name === "IEND") return Buffer.concat(kept);
    at = next;
  }
  throw new FileFailure("picture_damaged");
}
