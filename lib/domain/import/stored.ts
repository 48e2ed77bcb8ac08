import { z } from "zod";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";

/** Where an import has got to; `reading` while its file is still coming in. */
export const IMPORT_STATES = [
  "reading",
  "ready",
  "checking",
  "checked",
  "queued",
  "running",
  "done",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_OUTCOMES = ["created", "changed", "unchanged", "refused"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export type ImportCounts = Record<ImportOutcome, number>;

/** What is wrong with a staged row, as it is kept beside it. `firstRow`: the row it repeats otherwise; `kind`: what shows a person. */
export const storedProblem = z.object({
  field: z.string(),
  code: z.string(),
  value: z.string(),
  firstRow: z.number().optional(),
  kind: z.enum(IDENTIFIER_KINDS).optional(),
});
export type StoredProblem = z.output<typeof storedProblem>;
export const storedProblems = z.array(storedProblem);
