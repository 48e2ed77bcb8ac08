import { z } from "zod";
import { PROMISE_BASES } from "./taxonomy";

/** Something that falls due in the coming days. */
export const dueSoon = z.object({
  /** An answer to a consultation, a follow-up by whose it is, or what looks like an answer on their page. */
  kind: z.enum(["answer", "body", "joint", "us", "proposal"]),
  dueOn: z.string(),
  /** Whose date it is: both sides agreed it, the body gave it, or it is our own benchmark. */
  source: z.enum(["agreed", "given", "benchmark"]),
  basis: z.enum(PROMISE_BASES).nullable(),
  /** The consultation's title, or the follow-up's. */
  title: z.string(),
  /** The record it belongs to, and the place that record is kept in. */
  place: z.enum(["consultations", "activities"]),
  recordId: z.uuid(),
  /** Who asked or promised; null for something of ours that concerns nobody else. */
  body: z.string().nullable(),
});
export type DueSoon = z.output<typeof dueSoon>;
