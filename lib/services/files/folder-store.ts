import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { type FileStore, pathOf, placeOf, type StoredFile } from "./file-store";

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

async function* entriesOf(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Files in a folder of this machine, which only the server's own user may read. The folder is made when it is needed. */
export function folderStore(root: string): FileStore {
  const placed = (place: Parameters<typeof pathOf>[0]) => path.join(root, pathOf(place));
  return {
    async write(place, bytes) {
      const goal = placed(place);
      await mkdir(path.dirname(goal), { recursive: true, mode: 0o700 });
      const part = `${goal}.${randomUUID()}.part`;
      try {
        const handle = await open(part, "wx", 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(part, goal);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async read(place) {
      const stream = createReadStream(placed(place));
      try {
        await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
      return stream;
    },
    async remove(place) {
      await rm(placed(place), { force: true });
      // The folder of a workspace goes with its last file.
      await rmdir(path.join(root, place.workspaceId)).catch(() => undefined);
    },
    async *list() {
      for await (const workspace of entriesOf(root)) {
        for await (const name of entriesOf(path.join(root, workspace))) {
          const place = placeOf(`${workspace}/${name}`);
          const found = place && (await lookAt(path.join(root, workspace, name)));
          if (found) yield { ...place, writtenAt: found } satisfies StoredFile;
        }
      }
    },
  };
}

/** When a file was written; null when it has just gone. */
async function lookAt(file: string): Promise<Date | null> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
