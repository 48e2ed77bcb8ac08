import { z } from "zod";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/export/files";
import { spool } from "@/lib/services/spooled";
import { SpreadsheetFailure } from "@/lib/services/spreadsheet/failure";
import { ZipParts } from "@/lib/services/spreadsheet/zip-parts";

/** Bytes of an archive; the largest workbook is smaller, and says so itself. */
const LARGEST_ARCHIVE = 200 * 1024 * 1024;
const MOST_FILES = 50_000;
const LARGEST_MANIFEST = 10_000;
/** Bytes of one file of an export, and characters of one line, once unpacked. */
const LARGEST_FILE = 256 * 1024 * 1024;
const LONGEST_LINE = 1_000_000;

const manifest = z.object({ format: z.literal(EXPORT_FORMAT), version: z.number().int().positive() });

export type UploadedFile =
  | { kind: "sheet"; bytes: AsyncIterable<Uint8Array>; close: () => Promise<void> }
  | { kind: "export"; parts: ZipParts; close: () => Promise<void> };

/**
 * Tells an export of ours from a spreadsheet, by what is in it and not by its name. Archives wait on the disk, because
 * they are read from their end.
 * @throws SpreadsheetFailure
 */
export async function openUploadedFile(source: AsyncIterable<Uint8Array>): Promise<UploadedFile> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = (async function* () {
    try {
      if (!first.done) yield first.value;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  })();
  const head = first.done ? "" : Buffer.from(first.value.subarray(0, 2)).toString("latin1");
  if (head !== "PK") return { kind: "sheet", bytes: all, close: async () => {} };
  const spooled = await spool(all, LARGEST_ARCHIVE);
  if (!spooled) throw new SpreadsheetFailure("file_too_big");
  const { fd, bytes, close } = spooled;
  try {
    const parts = await ZipParts.ofFile(fd, MOST_FILES);
    return parts.has("manifest.json") && (await isExport(parts))
      ? { kind: "export", parts, close }
      : { kind: "sheet", bytes: bytes(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function isExport(parts: ZipParts): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of parts.bytes("manifest.json", LARGEST_MANIFEST)) chunks.push(chunk);
  let told: unknown;
  try {
    told = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return false;
  }
  const read = manifest.safeParse(told);
  if (read.success && read.data.version > EXPORT_VERSION) throw new SpreadsheetFailure("export_newer");
  return read.success;
}

/**
 * The lines of a file of an export that hold anything, with their numbers from 1.
 * @throws SpreadsheetFailure export_damaged where it is no UTF-8 or a line has no end, file_too_big
 */
export async function* linesOf(
  parts: ZipParts,
  name: string,
): AsyncGenerator<{ number: number; line: string }> {
  if (!parts.has(name)) return;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let number = 0;
  for await (const chunk of parts.bytes(name, LARGEST_FILE)) {
    const lines = (rest + decoded(decoder, chunk, number)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield { number, line };
    }
    if (rest.length > LONGEST_LINE) throw new SpreadsheetFailure("export_damaged", number + 1);
  }
  rest += decoded(decoder, undefined, number);
  if (rest.trim() !== "") yield { number: number + 1, line: rest };
}

function decoded(decoder: TextDecoder, chunk: Buffer | undefined, number: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new SpreadsheetFailure("export_damaged", number + 1);
  }
}
