import { z } from "zod";
import { ATTACHED_TO, ATTACHMENT_TYPES, type AttachmentFormat } from "./attachment";

const FORMATS = Object.keys(ATTACHMENT_TYPES) as [AttachmentFormat, ...AttachmentFormat[]];

/** A file as the page of its record lists it. */
export const attachedFile = z.object({
  id: z.string(),
  name: z.string(),
  format: z.enum(FORMATS),
  bytes: z.number(),
  /** What it belongs to, and which. */
  to: z.enum(ATTACHED_TO),
  of: z.string(),
});
export type AttachedFile = z.output<typeof attachedFile>;
