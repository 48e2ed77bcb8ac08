import "server-only";
import type { Readable } from "node:stream";
import { settings } from "@/lib/env";
import type { FilePlace, FileStore } from "@/lib/services/files/file-store";
import { openStore } from "@/lib/services/files/open-store";

let store: FileStore | undefined;

/** The store of this server's settings. */
export function fileStore(): FileStore {
  store ??= openStore(settings());
  return store;
}

/**
 * The bytes of an attachment, as they come; null when they are not there (any more). For whoever was let in to the
 * attachment's row: where a file lies says nothing about who may read it. Never inside of a transaction.
 */
export function openAttachment(place: FilePlace): Promise<Readable | null> {
  return fileStore().read(place);
}
