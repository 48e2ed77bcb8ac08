import type { Readable } from "node:stream";

/** One stored file: it belongs to a workspace, and never changes once it is written. Both are UUIDs. */
export type FilePlace = { workspaceId: string; fileId: string };

/** `writtenAt`: when its bytes came in. */
export type StoredFile = FilePlace & { writtenAt: Date };

/** Where files lie: a folder of this machine, or a store that several servers share. */
export interface FileStore {
  /** Writes a file, whole or not at all. */
  write(place: FilePlace, bytes: Uint8Array): Promise<void>;
  /** Its bytes as they come; null when there is no such file. */
  read(place: FilePlace): Promise<Readable | null>;
  /** Removes it; no harm where it is gone already. */
  remove(place: FilePlace): Promise<void>;
  /** Every file that is there, a few at a time, in no order. What is no file of ours is passed over. */
  list(): AsyncGenerator<StoredFile>;
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const PATH = new RegExp(`^(${UUID})/(${UUID})$`);

/** Where a file lies inside of a store: `<workspace id>/<file id>`. Throws for what is no id, so that no path leads out. */
export function pathOf({ workspaceId, fileId }: FilePlace): string {
  const path = `${workspaceId}/${fileId}`;
  if (!PATH.test(path)) throw new Error("not the place of a file");
  return path;
}

/** The other way round; null for a path that is none of ours. */
export function placeOf(path: string): FilePlace | null {
  const [, workspaceId, fileId] = PATH.exec(path) ?? [];
  return workspaceId && fileId ? { workspaceId, fileId } : null;
}
