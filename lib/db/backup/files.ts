import { readdir } from "node:fs/promises";
import path from "node:path";

/** What of the data directory belongs to organisations: everything else is made again, or is a secret. */
const KEPT = "files";

/** The files to back up, as paths below the data directory, sorted. */
export async function findFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(path.join(dataDir, KEPT), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dataDir, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Where a file of a backup goes; throws for a path that leads out of the folder for files. */
export function placeOf(dataDir: string, relative: string): string {
  const place = path.resolve(dataDir, relative);
  if (!place.startsWith(path.resolve(dataDir, KEPT) + path.sep))
    throw new Error(`The backup holds a file that belongs nowhere: ${relative}`);
  return place;
}
