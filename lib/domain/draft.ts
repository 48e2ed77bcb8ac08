import { z } from "zod";
import type { FailureCode, FieldError } from "./result";

const fieldError = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});

/** What somebody typed into a form, exactly as typed, and why it could not be saved when it could not. */
export const draftPayload = z.object({
  values: z.record(z.string(), z.array(z.string())),
  errors: z.array(fieldError).default([]),
  code: z.string().nullable().default(null),
});
export type DraftPayload = {
  values: Record<string, string[]>;
  errors: FieldError[];
  code: FailureCode | null;
};

/** The most a draft may hold, in characters of JSON: a long form several times over. */
export const DRAFT_LIMIT = 200_000;
