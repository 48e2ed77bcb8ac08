import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from "yauzl";
import { SpreadsheetFailure } from "@/lib/services/spreadsheet/failure";

/** A workbook has tens of parts; thousands are an attack or something else. */
const MOST_PARTS = 5000;
const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: false };

/** The parts of an XLSX file or of another ZIP archive, unpacked only as they are read, and never past a limit. */
export class ZipParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws SpreadsheetFailure file_not_a_table when the bytes are no ZIP archive, file_old_or_locked when its parts are encrypted */
  static async open(packed: Buffer): Promise<ZipParts> {
    return unlessDamaged(async () => ZipParts.of(await fromBufferPromise(packed, OPTIONS), MOST_PARTS));
  }

  /**
   * The same of an open file, which stays the caller's to close.
   * @param most parts
   */
  static async ofFile(fd: number, most: number): Promise<ZipParts> {
    return unlessDamaged(async () => ZipParts.of(await fromFdPromise(fd, OPTIONS), most));
  }

  private static async of(zip: ZipFile, most: number): Promise<ZipParts> {
    if (zip.entryCount > most) throw new SpreadsheetFailure("file_not_a_table");
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SpreadsheetFailure("file_old_or_locked");
      entries.set(partName(entry.fileName), entry);
      if (entries.size > most) throw new SpreadsheetFailure("file_not_a_table");
    }
    return new ZipParts(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(partName(name));
  }

  /**
   * The unpacked bytes of a part.
   * @param most bytes it may unpack to, whatever the archive says of itself
   * @throws SpreadsheetFailure file_too_big, file_not_a_table (no such part, or damaged)
   */
  async *bytes(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(partName(name));
    if (!entry) throw new SpreadsheetFailure("file_not_a_table");
    if (entry.uncompressedSize > most) throw new SpreadsheetFailure("file_too_big");
    const stream = await unlessDamaged(() => this.zip.openReadStreamPromise(entry));
    let unpacked = 0;
    try {
      for await (const chunk of chunksOf(stream)) {
        unpacked += chunk.length;
        if (unpacked > most) throw new SpreadsheetFailure("file_too_big");
        yield chunk;
      }
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch (error) {
    throw damaged(error);
  }
}

/** Names of parts are compared as Office does: without case, `/` between folders, none in front. */
function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

async function unlessDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw damaged(error);
  }
}

/** The library's own errors all mean bytes it cannot make sense of. */
function damaged(error: unknown): SpreadsheetFailure {
  return error instanceof SpreadsheetFailure ? error : new SpreadsheetFailure("file_not_a_table");
}
