import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { S3mini } from "s3mini";
import type { S3Address } from "@/lib/domain/s3-address";
import { type FileStore, pathOf, placeOf } from "./file-store";

/** How many names a store is asked for at once. */
const PAGE = 500;
/** Milliseconds that a request may take, the bytes of its answer included. */
const LONGEST = 120_000;

/** Files in an S3-compatible store, which several servers share. */
export function s3Store(address: S3Address): FileStore {
  const bucket = new S3mini({ ...address, requestAbortTimeout: LONGEST });
  return {
    async write(place, bytes) {
      await bucket.putObject(pathOf(place), bytes, "application/octet-stream");
    },
    async read(place) {
      const response = await bucket.getObjectResponse(pathOf(place));
      if (!response?.body) return null;
      return Readable.fromWeb(nodeStream(response.body));
    },
    async remove(place) {
      await bucket.deleteObject(pathOf(place));
    },
    async *list() {
      let next: string | undefined;
      do {
        const page = await bucket.listObjectsPaged("/", "", PAGE, next);
        // An answer of "there is no such bucket" must never be taken for "it is empty".
        if (!page?.objects) throw new Error("The store for files has no such bucket.");
        for (const { Key, LastModified } of page.objects) {
          const place = placeOf(Key);
          if (place) yield { ...place, writtenAt: new Date(LastModified) };
        }
        next = page.nextContinuationToken;
      } while (next);
    },
  };
}

/** Node's own type of the very same stream. */
function nodeStream(body: NonNullable<Response["body"]>): ReadableStream<Uint8Array> {
  return body as ReadableStream<Uint8Array>;
}
