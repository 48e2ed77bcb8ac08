import type { TextareaHTMLAttributes } from "react";
import { controlClass, Field, type FieldProps, fieldIds } from "./field";

export type TextAreaProps = FieldProps & {
  defaultValue?: string;
  /** Lines shown at first; it grows with what is written where the browser can. */
  rows?: number;
} & Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "autoComplete" | "maxLength" | "required" | "dir" | "spellCheck" | "onChange" | "onBlur"
  >;

/** Several lines of text. */
export function TextArea({ rows = 3, label, hint, error, optional, id, ...area }: TextAreaProps) {
  const field = { name: area.name, label, hint, error, optional, id };
  const { controlId, aria } = fieldIds(field);
  return (
    <Field {...field}>
      <textarea
        {...area}
        {...aria}
        id={controlId}
        rows={rows}
        className={controlClass(error, "field-sizing-content min-h-24")}
      />
    </Field>
  );
}
