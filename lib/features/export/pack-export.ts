import "server-only";
import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { SqlTx } from "@/lib/db/doors";
import { EXPORT_FILE_NAMES, EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/export/files";
import { type AttachedFile, readAttachedFile } from "./attached-files";
import { csvText, jsonLines } from "./write-files";

export type ExportPlan = {
  workspaceId: string;
  slug: string;
  today: string;
  now: Date;
  attached: readonly AttachedFile[];
};

/** The download ended before all of it had been taken. */
class BrokenOff extends Error {
  override readonly name = "BrokenOff";
}

/**
 * Packs everything as it is read: what nobody has taken yet is not read either, so that it takes the same memory
 * whatever the size.
 * @param readMe the page that explains it
 * @returns the zip's bytes, and when the transaction is needed no longer; that fails when the download broke off
 */
export function packExport(
  tx: SqlTx,
  plan: ExportPlan,
  readMe: string,
): { bytes: Readable; read: Promise<void> } {
  const zip = new ZipFile();
  const bytes = new PassThrough();
  const read = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      bytes.destroy(error);
      reject(error);
    };
    zip.on("error", fail);
    zip.outputStream.on("error", fail);
    let reading: Readable | undefined;
    bytes.on("close", () => {
      reading?.destroy();
      reject(new BrokenOff("nobody took the rest"));
    });

    const mtime = plan.now;
    const manifest = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      exportedAt: mtime,
      slug: plan.slug,
      standingsOn: plan.today,
    };
    zip.addBuffer(Buffer.from(`\uFEFF${readMe}`), "README.txt", { mtime });
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), "manifest.json", { mtime });
    const last = EXPORT_FILE_NAMES.at(-1);
    for (const name of EXPORT_FILE_NAMES)
      for (const [path, write] of [
        [`${name}.jsonl`, jsonLines],
        [`${name}.csv`, csvText],
      ] as const)
        zip.addReadStreamLazy(path, { mtime }, (give) => {
          const stream = Readable.from(write(tx, name), { objectMode: false });
          stream.on("error", fail);
          reading = stream;
          if (name === last && write === csvText) stream.once("end", resolve);
          give(null, stream);
        });
    // Attached files never change: they are read when the transaction is over. Most of them are packed already.
    for (const file of plan.attached)
      zip.addReadStreamLazy(file.path, { mtime, compress: false }, (give) => {
        readAttachedFile(plan.workspaceId, file).then(
          (stream) => {
            stream.on("error", fail);
            reading = stream;
            give(null, stream);
          },
          (error: Error) => give(error, Readable.from([])),
        );
      });
    zip.end();
  });
  // Awaited by whoever holds the transaction; a failure before that must not count as unhandled.
  read.catch(() => undefined);
  zip.outputStream.pipe(bytes);
  return { bytes, read };
}
