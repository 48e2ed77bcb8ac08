import { z } from "zod";
import { keysOf } from "@/lib/domain/import/choices";
import { IMPORT_FIELDS, type ImportField, NEEDED_FIELDS, ruleOf } from "@/lib/domain/import/fields";
import { cleanLine } from "@/lib/domain/import/text";
import { isPlainDate } from "@/lib/domain/plain-date";

const header = z.string({ error: "invalid" }).overwrite(cleanLine).min(1, "required").max(250, "too_long");
const headers = z.array(header, { error: "invalid" }).min(1, "required").max(20, "too_many");
const plainDate = z.string({ error: "invalid" }).refine(isPlainDate, "not_a_date");

function line(field: ImportField) {
  return z
    .string({ error: "invalid" })
    .trim()
    .min(1, "required")
    .max(ruleOf(field).max ?? 300, "too_long");
}

function list(field: ImportField) {
  return z.array(line(field), { error: "invalid" }).max(ruleOf(field).entries ?? 50, "too_many");
}

function amount(field: ImportField) {
  const { min = 0, max = 0, decimals = 0 } = ruleOf(field);
  return z
    .number({ error: "not_a_number" })
    .min(min, "too_small")
    .max(max, "too_big")
    .refine(
      (value) => Number(value.toFixed(decimals)) === value,
      decimals === 0 ? "not_whole" : "too_many_decimals",
    );
}

/**
 * Values that hold for every row. `endsOn` answers the question a sheet without an end column raises:
 * `"startsOn"` each ended the day it started, `null` still running or not known, or one date for all.
 */
const constants = z.strictObject(
  {
    publicBody: line("publicBody").optional(),
    otherBodies: list("otherBodies").optional(),
    kind: z.enum(keysOf("kind"), { error: "unknown_choice" }).optional(),
    participationLevel: z.enum(keysOf("participationLevel"), { error: "unknown_choice" }).optional(),
    voice: z.enum(keysOf("voice"), { error: "unknown_choice" }).optional(),
    topics: list("topics").optional(),
    purpose: line("purpose").optional(),
    askedOn: plainDate.optional(),
    startsOn: plainDate.optional(),
    endsOn: z.union([z.literal("startsOn"), z.null(), plainDate], { error: "not_a_date" }).optional(),
    participants: amount("participants").optional(),
    sessions: amount("sessions").optional(),
    minutesEach: amount("minutesEach").optional(),
    staffHours: amount("staffHours").optional(),
    paymentReceived: amount("paymentReceived").optional(),
    sourceUrl: z
      .url({ protocol: /^https?$/, error: "not_a_url" })
      .max(2000, "too_long")
      .optional(),
    notes: line("notes").optional(),
  },
  { error: unknownOrInvalid },
);

/**
 * How the columns of a sheet become fields, as the contract has it; unknown keys are refused.
 * `columns` names one header per field, or several: joined with ` / ` for a reference, put together
 * for lists, joined by a blank line for purpose and notes, the first filled one for the rest.
 * `reference` is the same as `columns.reference`; only one of them may be given.
 * Messages are codes.
 */
export const importMappingSchema = z
  .strictObject(
    {
      columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.union([header, headers], { error: "invalid" }), {
        error: unknownOrInvalid,
      }),
      dates: z.enum(["ymd", "dmy", "mdy", "auto"], { error: "unknown_choice" }).default("auto"),
      constants: constants.default({}),
      reference: headers.optional(),
    },
    { error: unknownOrInvalid },
  )
  .superRefine((mapping, context) => {
    if (mapping.reference && mapping.columns.reference) {
      context.addIssue({ code: "custom", path: ["reference"], message: "mapped_twice" });
    }
    for (const field of Object.keys(mapping.constants)) {
      if (field in mapping.columns)
        context.addIssue({ code: "custom", path: ["constants", field], message: "mapped_twice" });
    }
  });

export type ImportMapping = z.infer<typeof importMappingSchema>;
export type ImportConstants = ImportMapping["constants"];

function unknownOrInvalid(issue: { code?: string | undefined }): string {
  return issue.code === "unrecognized_keys" || issue.code === "invalid_key" ? "unknown_field" : "invalid";
}

/** The headers that feed a field, in their order; empty when none does. */
export function headersOf(mapping: ImportMapping, field: ImportField): readonly string[] {
  const own =
    field === "reference" ? (mapping.reference ?? mapping.columns.reference) : mapping.columns[field];
  if (own === undefined) return [];
  return typeof own === "string" ? [own] : own;
}

export interface MappingProblem {
  readonly field: ImportField;
  /** `required`: no column and no constant feeds it. `unknown_header`: the sheet has no such column. */
  readonly code: "required" | "unknown_header";
  readonly value: string;
}

/** What stands between this mapping and reading a sheet with these headers; empty when nothing does. */
export function mappingProblems(mapping: ImportMapping, sheetHeaders: readonly string[]): MappingProblem[] {
  const known = new Set(sheetHeaders);
  const unknown = IMPORT_FIELDS.flatMap((field) =>
    headersOf(mapping, field)
      .filter((name) => !known.has(name))
      .map((value): MappingProblem => ({ field, code: "unknown_header", value })),
  );
  const missing = NEEDED_FIELDS.filter(
    (field) =>
      headersOf(mapping, field).length === 0 && (field === "title" || mapping.constants[field] === undefined),
  ).map((field): MappingProblem => ({ field, code: "required", value: "" }));
  return [...unknown, ...missing];
}
