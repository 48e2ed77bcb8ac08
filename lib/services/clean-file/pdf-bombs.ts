import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { FileFailure } from "./failure";

const unpack = promisify(inflate);

/** Bytes that all packed parts of a PDF may unpack to: a long report with many pictures stays far below. */
const MOST_UNPACKED = 300 * 1024 * 1024;
/** How often something packed may be packed again. */
const DEEPEST = 3;
/** Parts of a PDF. The longest report that fits has some thousands. */
const MOST_PARTS = 50_000;
const STREAM = /(?<!end)stream\r?\n/g;

/**
 * Unpacks every part of a PDF once, within limits, before a library does it without. What cannot be measured here is
 * refused.
 * @throws FileFailure pdf_not_cleanable
 */
export async function refuseBombs(bytes: Buffer): Promise<void> {
  const text = bytes.toString("latin1");
  // Names can hide letters behind their numbers.
  const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // Objects packed together are unpacked as the file is opened; only plain packing of them can be measured.
  if (/\/(?:ObjStm|XRef)/.test(plain) && /\/(?:LZW|RunLength|ASCII85|ASCIIHex)Decode/.test(plain))
    throw new FileFailure("pdf_not_cleanable");
  let unpacked = 0;
  let parts = 0;
  for (const found of text.matchAll(STREAM)) {
    parts += 1;
    if (parts > MOST_PARTS) throw new FileFailure("pdf_not_cleanable");
    let part: Buffer = bytes.subarray(found.index + found[0].length);
    for (let depth = 0; (part[0] ?? 0) % 16 === 8; depth += 1) {
      if (depth === DEEPEST) throw new FileFailure("pdf_not_cleanable");
      part = await unpackSome(part, MOST_UNPACKED - unpacked);
      unpacked += part.length;
    }
  }
}

async function unpackSome(part: Buffer, most: number): Promise<Buffer> {
  try {
    return await unpack(part, { maxOutputLength: Math.max(most, 1), finishFlush: 2 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      throw new FileFailure("pdf_not_cleanable");
    // It only looked packed.
    return Buffer.alloc(0);
  }
}
