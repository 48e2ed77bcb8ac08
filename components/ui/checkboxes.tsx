import { FieldGroup, type FieldProps } from "./field";
import type { Choice } from "./select";

interface BoxProps {
  id: string;
  name: string;
  value?: string;
  label: string;
  hint?: string;
  defaultChecked?: boolean;
  error?: boolean;
}

function Box({ id, name, value, label, hint, defaultChecked, error }: BoxProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        aria-describedby={hintId}
        aria-invalid={error || undefined}
        className="size-6 shrink-0 accent-teal"
      />
      <span>
        {label}
        {hint ? (
          <span id={hintId} className="block text-ink-2">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}

export type CheckboxesProps = FieldProps & {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
};

/** Any number of a list; every box sends the same name. */
export function Checkboxes({ choices, defaultValues = [], ...field }: CheckboxesProps) {
  return (
    <FieldGroup {...field}>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {choices.map((choice, index) => (
          <Box
            key={choice.value}
            {...choice}
            id={`${field.id ?? field.name}-${index}`}
            name={field.name}
            defaultChecked={defaultValues.includes(choice.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One yes-or-no box on its own; sends its value, or `on`, when ticked. */
export function Checkbox({
  name,
  id = name,
  value,
  label,
  hint,
  defaultChecked,
  error,
}: Omit<BoxProps, "id" | "error"> & { id?: string; error?: string }) {
  return (
    <div className={error ? "border-s-4 border-red ps-4" : undefined}>
      {error ? <p className="font-semibold text-red">{error}</p> : null}
      <Box
        id={id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={defaultChecked}
        error={Boolean(error)}
      />
    </div>
  );
}
