import "server-only";
import { Readable } from "node:stream";
import type { Export } from "./take-everything-out";

/** An export as an answer that is sent while it is packed. */
export function exportAnswer({ fileName, bytes }: Export, headers: Record<string, string> = {}): Response {
  return new Response(webStream(bytes), {
    headers: {
      "X-Content-Type-Options": "nosniff",
      ...headers,
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** The web's own type of the very same stream. */
function webStream(bytes: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
}
