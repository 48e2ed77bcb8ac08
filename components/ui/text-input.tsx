import type { HTMLInputTypeAttribute, InputHTMLAttributes } from "react";
import { controlClass, Field, type FieldProps, fieldIds } from "./field";

const WIDTHS = { full: "", short: "max-w-40", medium: "max-w-72" } as const;

export type TextInputProps = FieldProps & {
  type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "url" | "tel" | "search">;
  defaultValue?: string;
  /** How much is expected; the field is as wide as its answer. */
  width?: keyof typeof WIDTHS;
  /** A word after the field: "people", "minutes". */
  suffix?: string;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "autoComplete"
    | "inputMode"
    | "maxLength"
    | "required"
    | "list"
    | "spellCheck"
    | "dir"
    | "autoFocus"
    | "onChange"
    | "onBlur"
  >;

/** One line of text, with its label, hint and error. */
export function TextInput({
  type = "text",
  width = "full",
  suffix,
  label,
  hint,
  error,
  optional,
  id,
  ...input
}: TextInputProps) {
  const field = { name: input.name, label, hint, error, optional, id };
  const { controlId, aria } = fieldIds(field);
  const control = (
    <input {...input} {...aria} id={controlId} type={type} className={controlClass(error, WIDTHS[width])} />
  );
  return (
    <Field {...field}>
      {suffix ? (
        <span className="flex items-center gap-3">
          {control}
          <span className="shrink-0 text-ink-2">{suffix}</span>
        </span>
      ) : (
        control
      )}
    </Field>
  );
}
