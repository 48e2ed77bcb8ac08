import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import type { FileProblem } from "@/lib/domain/attachment";
import { FileFailure, unless } from "./failure";

/** A package of an office program has hundreds of parts at most; thousands are an attack or something else. */
const MOST_PARTS = 2000;
/** Bytes of all parts together once unpacked, packages inside of packages included. */
const MOST_UNPACKED = 80 * 1024 * 1024;
/** One day for every part: when somebody worked on it is nobody's business. */
const ANY_DAY = new Date("2000-01-01T00:00:00Z");

/** The parts of a package by their names, in their order. */
export type Parts = Map<string, Buffer>;

/** What is left of the limit; shared with packages inside of the package. */
export type Room = { bytes: number };

export function fullRoom(): Room {
  return { bytes: MOST_UNPACKED };
}

/**
 * Unpacks a package into memory, never past the limits.
 * @throws FileFailure office_damaged, office_locked, office_not_cleanable
 */
export async function unpackParts(packed: Buffer, room: Room): Promise<Parts> {
  return unless("office_damaged", async () => {
    const zip = await fromBufferPromise(packed, { lazyEntries: true, autoClose: false });
    try {
      if (zip.entryCount > MOST_PARTS) throw new FileFailure("office_not_cleanable");
      const entries: Entry[] = [];
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new FileFailure("office_locked");
        if (!entry.fileName.endsWith("/")) entries.push(entry);
        if (entries.length > MOST_PARTS) throw new FileFailure("office_not_cleanable");
      }
      const parts: Parts = new Map();
      const names = new Set<string>();
      for (const entry of entries) {
        const name = entry.fileName;
        // Two of a name: one would be cleaned and the other read.
        if (names.has(name.toLowerCase()) || entry.uncompressedSize > room.bytes)
          throw new FileFailure("office_not_cleanable");
        names.add(name.toLowerCase());
        // The library never gives more than it said.
        const bytes = await buffer(await zip.openReadStreamPromise(entry));
        room.bytes -= bytes.length;
        parts.set(name, bytes);
      }
      return parts;
    } finally {
      zip.close();
    }
  });
}

/** Packs parts anew: nothing of the old archive stays, neither its dates and notes nor what lay between its parts. */
export async function packParts(parts: Parts, unpacked: ReadonlySet<string> = new Set()): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts)
    zip.addBuffer(bytes, name, {
      mtime: ANY_DAY,
      mode: 0o100644,
      compress: !unpacked.has(name),
      forceDosTimestamp: true,
    });
  zip.end();
  return buffer(zip.outputStream);
}

/** A part that must be there. */
export function partOf(parts: Parts, name: string, otherwise: FileProblem = "office_damaged"): Buffer {
  const part = parts.get(name);
  if (!part) throw new FileFailure(otherwise);
  return part;
}
