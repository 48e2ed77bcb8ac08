import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Bytes that came in and have to be read from several places: on the disk, in a file that has no name any more. */
export type Spooled = { fd: number; bytes: () => AsyncIterable<Uint8Array>; close: () => Promise<void> };

/**
 * Takes bytes in without holding them in memory. Nobody else can open the file, and nothing of it stays, even when the
 * server dies.
 * @param most bytes; answers null where there are more
 */
export async function spool(source: AsyncIterable<Uint8Array>, most: number): Promise<Spooled | null> {
  const at = path.join(tmpdir(), `followthrough-${randomUUID()}`);
  const file = await open(at, "wx+", 0o600);
  try {
    await rm(at);
    let total = 0;
    for await (const chunk of source) {
      total += chunk.length;
      if (total > most) {
        await file.close();
        return null;
      }
      await file.write(chunk);
    }
    return { fd: file.fd, bytes: () => chunksOf(file, total), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* chunksOf(file: FileHandle, total: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < total; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
