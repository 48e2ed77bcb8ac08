import { FileFailure } from "./failure";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;

/** Segments of an application that a reader needs for the colours: JFIF, and Adobe's word on how they are stored. */
const NEEDED = new Set([0xe0, 0xee]);

function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
}

/**
 * A JPEG inside of a document without what was written beside its dots: EXIF and XMP, previews, profiles, comments,
 * and whatever comes after its end. The dots stay as they are.
 * @throws FileFailure picture_damaged
 */
export function stripJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== START) throw new FileFailure("picture_damaged");
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new FileFailure("picture_damaged");
    // Any number of them may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return Buffer.concat([...kept, Buffer.from([0xff, END])]);
    if (isBare(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) break;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    const application = marker >= 0xe0 && marker <= 0xef;
    if (marker !== COMMENT && (!application || NEEDED.has(marker)))
      kept.push(segment(bytes.subarray(at, next), marker));
    at = next;
    if (marker !== SCAN) continue;
    const scan = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scan));
    at = scan;
  }
  throw new FileFailure("picture_damaged");
}

/** JFIF may hold a preview, which is a picture with a past of its own: only its head stays. */
function segment(whole: Buffer, marker: number): Buffer {
  if (marker !== 0xe0) return whole;
  if (whole.subarray(4, 8).toString("latin1") !== "JFIF" || whole.length < 18) return Buffer.alloc(0);
  const head = Buffer.from(whole.subarray(0, 18));
  head.writeUInt16BE(16, 2);
  head.writeUInt16BE(0, 16);
  return head;
}

/** Where the next marker stands after the dots of one scan. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new FileFailure("picture_damaged");
}
