import type { ReactNode } from "react";
import {
  type FormModel,
  fieldOf,
  typedValue,
  useErrorWords,
} from "@/components/consultation/forms/form-model";
import { Chips } from "@/components/ui/chips";
import { classes } from "@/components/ui/classes";
import type { Choice } from "@/components/ui/select";

type Props = { form: FormModel; name: string; choices: readonly Choice[]; children?: ReactNode };

/** Quick choices of one question, and what one of them opens: `OpensWithOther` and the like. */
export function ChipField({ form, name, choices, children }: Props) {
  const words = useErrorWords();
  const error = form.view.errors.find((one) => fieldOf(one) === name);
  return (
    <div className="group grid gap-3">
      <Chips
        name={name}
        label={form.labels[name] ?? name}
        error={error && words(error)}
        choices={choices}
        defaultValue={typedValue(form.view, name)}
      />
      {children}
    </div>
  );
}

// A field with a mistake is always shown, so that it can be mended.
const MISTAKEN = "has-[[aria-invalid=true]]:block";

/** Shown by CSS alone while the chip "other" of its question is chosen. */
export function OpensWithOther({ children }: { children: ReactNode }) {
  return (
    <div className={classes("hidden group-has-[input[value=other]:checked]:block", MISTAKEN)}>{children}</div>
  );
}

/** Shown while the chosen kind may go on for weeks: a survey, or something else that is not over in a day. */
export function OpensWithRunningKind({ children }: { children: ReactNode }) {
  return (
    <div
      className={classes(
        "hidden group-has-[input[value=survey]:checked]:block",
        "group-[:has(input[value=other]:checked):has(option[value^=advisory]:checked)]:grid",
        "group-[:has(input[value=other]:checked):has(option[value=other]:checked)]:grid",
        MISTAKEN,
      )}
    >
      {children}
    </div>
  );
}
