import "server-only";
import { z } from "zod";
import { optionalText, recordId } from "@/lib/domain/fields";
import type { TypedValues } from "@/lib/domain/form-view";
import { keysOf } from "@/lib/domain/import/choices";
import { READABLE_ORDERS } from "@/lib/domain/import/dates";
import { IMPORT_FIELDS, type ImportField } from "@/lib/domain/import/fields";
import { headersOf, type ImportMapping, importMappingSchema } from "@/lib/domain/import/mapping";
import { columnInput, REFERENCE_INPUTS } from "@/lib/domain/import/match-form";

const header = z.string().max(250, "too_long").optional();
const columnShape = Object.fromEntries(
  [...IMPORT_FIELDS.map(columnInput), ...REFERENCE_INPUTS].map((name) => [name, header]),
);

/** The form that matches columns: for each field a header, and what holds for every row where there is no column. */
export const mappingFormSchema = z.object({
  ...columnShape,
  id: recordId,
  dates: z.enum(READABLE_ORDERS, "unknown_choice").optional(),
  publicBody: optionalText(300).default(null),
  kind: z.enum(keysOf("kind"), "unknown_choice").optional(),
  endsWhen: z.enum(["startsOn", "unknown"], "unknown_choice").optional(),
});

type Filled = z.output<typeof mappingFormSchema>;

/** The mapping that a filled-in form means. A chosen column goes before a value for every row. */
export function mappingOf(form: Filled): ImportMapping {
  const typed = new Map(Object.entries(form));
  const chosen = (name: string): string[] => {
    const value = typed.get(name);
    return typeof value === "string" && value ? [value] : [];
  };
  const columns: Partial<Record<ImportField, string | string[]>> = {};
  for (const field of IMPORT_FIELDS) {
    const names =
      field === "reference" ? [...new Set(REFERENCE_INPUTS.flatMap(chosen))] : chosen(columnInput(field));
    const [first] = names;
    if (first !== undefined) columns[field] = names.length > 1 ? names : first;
  }
  const constants: ImportMapping["constants"] = {};
  if (!columns.publicBody && form.publicBody) constants.publicBody = form.publicBody;
  if (!columns.kind && form.kind) constants.kind = form.kind;
  if (!columns.endsOn && form.endsWhen) constants.endsOn = form.endsWhen === "startsOn" ? "startsOn" : null;
  return importMappingSchema.parse({ columns, constants, dates: form.dates ?? "auto" });
}

/** The form as a mapping fills it in. */
export function mappingValues(id: string, mapping: ImportMapping): TypedValues {
  const { constants, dates } = mapping;
  const values: TypedValues = { id: [id] };
  for (const field of IMPORT_FIELDS) {
    const names = headersOf(mapping, field);
    const inputs = field === "reference" ? REFERENCE_INPUTS : [columnInput(field)];
    for (const [index, input] of inputs.entries()) values[input] = [names[index] ?? ""];
  }
  if (constants.publicBody) values.publicBody = [constants.publicBody];
  if (constants.kind) values.kind = [constants.kind];
  if (constants.endsOn !== undefined)
    values.endsWhen = [constants.endsOn === "startsOn" ? "startsOn" : "unknown"];
  if (dates !== "auto") values.dates = [dates];
  return values;
}

/** The form's draft has a name of its own for each import. */
export function mappingDraft(id: string): string {
  return `import:${id}`;
}
