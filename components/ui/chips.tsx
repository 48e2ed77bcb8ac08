import { FieldGroup, type FieldProps } from "./field";
import type { Choice } from "./select";

export type ChipsProps = FieldProps & {
  choices: readonly Choice[];
  /** One chosen value, or several with `multiple`. */
  defaultValue?: string | readonly string[];
  multiple?: boolean;
  required?: boolean;
};

/** Quick choices under a thumb: radio buttons (or boxes, with `multiple`) that look like chips, 44 px high. */
export function Chips({ choices, defaultValue, multiple = false, required, ...field }: ChipsProps) {
  const chosen = typeof defaultValue === "string" ? [defaultValue] : (defaultValue ?? []);
  return (
    <FieldGroup {...field}>
      <div className="flex flex-wrap gap-2 pt-1">
        {choices.map((choice, index) => {
          const id = `${field.id ?? field.name}-${index}`;
          return (
            <span key={choice.value} className="relative">
              <input
                type={multiple ? "checkbox" : "radio"}
                id={id}
                name={field.name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                required={required && !multiple}
                className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-full"
              />
              <label
                htmlFor={id}
                className="focus-proxy flex min-h-11 min-w-11 items-center justify-center rounded-full border-2 border-line-strong bg-card px-4 py-1 peer-checked:border-teal peer-checked:bg-teal-soft peer-checked:font-semibold peer-checked:text-teal"
              >
                {choice.label}
              </label>
            </span>
          );
        })}
      </div>
    </FieldGroup>
  );
}
