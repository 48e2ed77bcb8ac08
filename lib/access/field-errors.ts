import type { z } from "zod";
import type { FieldError } from "@/lib/domain/result";

/** Set when the input comes from a form: it is coerced from text, and its draft goes when it is saved. */
export type FormOrigin = { form: string | null };

// A part of a schema that names no code of its own: zod says it in words.
const CODES: Partial<Record<z.core.$ZodIssue["code"], string>> = {
  invalid_type: "wrong_type",
  too_big: "too_big",
  too_small: "too_small",
  invalid_format: "wrong_format",
  invalid_value: "unknown_choice",
};

function codeOf({ code, message }: z.core.$ZodIssue): string {
  return /^[a-z_]+$/.test(message) ? message : (CODES[code] ?? "wrong_type");
}

/** What a schema found wrong, field by field; zod's messages are our codes. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((field) => ({ field, code: "unknown_field" }));
    const params =
      "maximum" in issue
        ? { limit: Number(issue.maximum) }
        : "minimum" in issue
          ? { limit: Number(issue.minimum) }
          : undefined;
    return [{ field: issue.path.join("."), code: codeOf(issue), ...(params && { params }) }];
  });
}
