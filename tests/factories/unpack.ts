import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** The files of a zip, unpacked, by their paths. */
export async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(zip, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return files;
}

/** The records of a file of JSON lines. */
export function recordsOf(files: Map<string, Buffer>, name: string): Record<string, unknown>[] {
  const lines = (files.get(`${name}.jsonl`)?.toString("utf8") ?? "").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}
