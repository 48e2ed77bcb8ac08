import "server-only";
import { notFound } from "next/navigation";
import { readPage } from "@/lib/access/pages";
import {
  ATTACHMENT_POLICY,
  ATTACHMENT_TYPES,
  type AttachmentFormat,
  isPicture,
} from "@/lib/domain/attachment";
import { log } from "@/lib/services/log";
import { getAttachment } from "./get-attachment";
import { openAttachment } from "./open-attachment";

/** `filename*` holds any script; the plain one before it is for what cannot read that. */
export function disposition(name: string, format: AttachmentFormat): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isPicture(format) ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * What a file is served as. The kind is the one found in its content; a browser may neither guess another one, nor run
 * or fetch anything for it, nor keep it, nor show it inside of another site's page.
 */
export function attachmentHeaders(file: { name: string; format: AttachmentFormat; bytes: number }) {
  return {
    "Content-Type": ATTACHMENT_TYPES[file.format],
    "Content-Length": String(file.bytes),
    "Content-Disposition": disposition(file.name, file.format),
    "Content-Security-Policy": ATTACHMENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

/** A file for whoever is signed in and may read its record. Signed out: on to sign-in; not theirs: not found. */
export async function serveAttachment(slug: string, id: string): Promise<Response> {
  const { value } = await readPage(getAttachment, slug, `/w/${slug}/files/${id}`, { id });
  const stream = await openAttachment(value.place);
  if (stream === null) {
    log().error({ attachment: id }, "the bytes of an attachment are not there");
    notFound();
  }
  const bytes = stream.iterator();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value: piece } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(piece);
    },
    cancel: () => void stream.destroy(),
  });
  return new Response(body, { headers: attachmentHeaders(value) });
}
