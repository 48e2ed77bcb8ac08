import { z } from "zod";

/** What can be erased for good. Of a record, the workspace it was in is known too. */
export const ERASURE_KINDS = ["workspace", "person", "consultation", "activity", "trash"] as const;
export type ErasureKind = (typeof ERASURE_KINDS)[number];

/** One line of the ledger: ids alone, nothing of what was erased. */
export const erasureEntry = z.object({
  id: z.uuid(),
  kind: z.enum(ERASURE_KINDS),
  subjectId: z.uuid(),
  /** The workspace of an erased record; null for a person and for a workspace itself. */
  within: z.uuid().nullable(),
  erasedAt: z.iso.datetime(),
});
export type ErasureEntry = z.output<typeof erasureEntry>;
