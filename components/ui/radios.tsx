import type { ReactNode } from "react";
import { FieldGroup, type FieldProps } from "./field";
import type { Choice } from "./select";

export type RadiosProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string;
  required?: boolean;
  /** A question shown under a choice while that one is chosen, by its value. Shown by CSS alone. */
  follow?: Readonly<Record<string, ReactNode>>;
};

/** One of a few, one below the other. */
export function Radios({ choices, defaultValue, required, follow, ...field }: RadiosProps) {
  return (
    <FieldGroup {...field}>
      <div className="grid gap-1">
        {choices.map((choice, index) => {
          const id = `${field.id ?? field.name}-${index}`;
          const hintId = choice.hint ? `${id}-hint` : undefined;
          return (
            <div key={choice.value} className="group">
              <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
                <input
                  type="radio"
                  id={id}
                  name={field.name}
                  value={choice.value}
                  defaultChecked={choice.value === defaultValue}
                  required={required}
                  aria-describedby={hintId}
                  className="size-6 shrink-0 accent-teal"
                />
                <span>
                  {choice.label}
                  {choice.hint ? (
                    <span id={hintId} className="block text-ink-2">
                      {choice.hint}
                    </span>
                  ) : null}
                </span>
              </label>
              {follow?.[choice.value] ? (
                <div className="ms-3 hidden border-s-4 border-line py-2 ps-6 group-has-checked:block">
                  {follow[choice.value]}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
