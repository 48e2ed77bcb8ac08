import type { Readable } from "node:stream";

/** What a backup has to know of where files lie: a folder of this machine, or a store that several servers share. */
export interface BackedUpFiles {
  list(): AsyncIterable<FilePlace>;
  /** null: it has just been removed for good. */
  read(place: FilePlace): Promise<Readable | null>;
  write(place: FilePlace, bytes: Uint8Array): Promise<void>;
}
type FilePlace = { workspaceId: string; fileId: string };

const NAME = /^files\/([0-9a-f-]{36})\/([0-9a-f-]{36})$/;

/** The names that files have in a backup, sorted. */
export async function findFiles(files: BackedUpFiles): Promise<string[]> {
  const names: string[] = [];
  for await (const { workspaceId, fileId } of files.list()) names.push(`files/${workspaceId}/${fileId}`);
  return names.sort();
}

/** Where a file of a backup belongs; throws for a name that is none of ours, so that no path leads out. */
export function placeOf(name: string): FilePlace {
  const [, workspaceId, fileId] = NAME.exec(name) ?? [];
  if (!workspaceId || !fileId) throw new Error(`The backup holds a file that belongs nowhere: ${name}`);
  return { workspaceId, fileId };
}
