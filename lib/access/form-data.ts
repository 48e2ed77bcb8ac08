import { configureCoercion } from "@conform-to/zod/v4/future";
import type { z } from "zod";
import { readDate } from "@/lib/domain/import/dates";

/** A submitted form as typed: every field's values, without what the framework added. */
export type TypedValues = Record<string, string[]>;

/** Reads a form's text fields. Files and the framework's own fields are left out. */
export function readForm(formData: FormData): TypedValues {
  const values: TypedValues = {};
  for (const [name, value] of formData.entries()) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

function typedNumber(text: string): number {
  const plain = text
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\s,£$€\u066C]/g, "")
    .replace("\u066B", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

const { coerceFormValue } = configureCoercion({
  stripEmptyString: (text) => (text.trim() === "" ? undefined : text),
  type: { number: typedNumber },
});

/** A schema that also understands what a form sends: text for numbers, "on" for yes, nothing for empty. */
export function formSchema<S extends z.ZodType>(schema: S): z.ZodType<z.output<S>, z.input<S>> {
  return coerceFormValue(schema);
}

/**
 * Typed values as a schema's raw input. Fields whose name starts with `_` are the form's own and stay out. Fields whose name ends in `On` are dates and may be written as people write
 * them, day before month; what is no date stays as typed, for the schema to say so.
 */
export function toInput(values: TypedValues): Record<string, unknown> {
  const fields = Object.entries(values).filter(([name]) => !name.startsWith("_"));
  return Object.fromEntries(
    fields.map(([name, typed]) => {
      if (name.endsWith("On") && typed[0]?.trim()) {
        const reading = readDate(typed[0], "dmy");
        return [name, "date" in reading ? reading.date : typed[0]];
      }
      return [name, typed.length === 1 ? typed[0] : typed];
    }),
  );
}
