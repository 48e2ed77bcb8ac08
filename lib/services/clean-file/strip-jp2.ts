import { FileFailure } from "./failure";

/** What a JPEG 2000 picture is drawn from. Texts, EXIF and what programs add stand in boxes of other names. */
const DRAWN = new Set(["jP  ", "ftyp", "jp2h", "jp2c"]);

/**
 * A JPEG 2000 picture inside of a document without what was written beside its dots.
 * @throws FileFailure picture_damaged; one without boxes has its notes among the dots: picture_damaged too
 */
export function stripJp2(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const said = bytes.readUInt32BE(at);
    const name = bytes.subarray(at + 4, at + 8).toString("latin1");
    // Nought: to the end of the file. One: a longer number follows, which no picture of ours needs.
    const length = said === 0 ? bytes.length - at : said;
    if (length < 8 || at + length > bytes.length) throw new FileFailure("picture_damaged");
    if (kept.length === 0 && name !== "jP  ") throw new FileFailure("picture_damaged");
    if (DRAWN.has(name)) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length || kept.length < 2) throw new FileFailure("picture_damaged");
  return Buffer.concat(kept);
}
