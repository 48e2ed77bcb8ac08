import type { SelectHTMLAttributes } from "react";
import { controlClass, Field, type FieldProps, fieldIds } from "./field";
import { Icon } from "./icon";

/** A choice to pick from, already worded. */
export interface Choice {
  value: string;
  label: string;
  /** A line below the label (radios and checkboxes). */
  hint?: string;
}

export type SelectProps = FieldProps & {
  choices: readonly Choice[];
  /** The words of the empty choice, e.g. "Choose one"; without it the first choice is taken. */
  empty?: string;
  defaultValue?: string;
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, "required" | "autoComplete" | "onChange">;

/** One of many (more than seven); fewer are better as `Radios` or `Chips`. */
export function Select({ choices, empty, label, hint, error, optional, id, ...select }: SelectProps) {
  const field = { name: select.name, label, hint, error, optional, id };
  const { controlId, aria } = fieldIds(field);
  return (
    <Field {...field}>
      <span className="relative block">
        <select {...select} {...aria} id={controlId} className={controlClass(error, "appearance-none pe-11")}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-2" />
      </span>
    </Field>
  );
}
