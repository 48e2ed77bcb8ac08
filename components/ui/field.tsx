import type { ReactNode } from "react";
import { classes } from "./classes";

/** What every field takes. `name` is also its id unless `id` is given. */
export interface FieldProps {
  name: string;
  label: string;
  id?: string;
  /** Said before the field: what is meant, an example. */
  hint?: ReactNode;
  /** What is wrong and what to do, already worded. */
  error?: string;
  /** The word "(optional)" of the reader's language, when the field may stay empty. */
  optional?: string;
}

/** The ids and aria attributes that tie a control to its label, hint and error. */
export function fieldIds({ id, name, hint, error }: FieldProps) {
  const controlId = id ?? name;
  const hintId = `${controlId}-description`;
  const errorId = `${controlId}-error`;
  const describedBy = [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return {
    controlId,
    hintId,
    errorId,
    aria: {
      "aria-describedby": describedBy || undefined,
      "aria-invalid": error ? (true as const) : undefined,
    },
  };
}

/** The look shared by everything one types or picks in. */
export function controlClass(error: string | undefined, ...more: (string | false)[]): string {
  return classes(
    "block min-h-12 w-full rounded-md border-2 bg-card px-3 py-2 text-base text-ink",
    error ? "border-red" : "border-line-strong",
    ...more,
  );
}

export function HintText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="mb-1 max-w-measure text-ink-2">
      {children}
    </div>
  );
}

export function ErrorText({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="mb-1 font-semibold text-red">
      {children}
    </p>
  );
}

export function Optional({ children }: { children: string }) {
  return <span className="font-normal text-ink-2"> {children}</span>;
}

/** A single control with its label above, then hint, then what is wrong, then the control. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { controlId, hintId, errorId } = fieldIds(field);
  return (
    <div className={classes("max-w-form", field.error && "border-s-4 border-red ps-4")}>
      <label htmlFor={controlId} className="mb-1 block font-semibold">
        {field.label}
        {field.optional ? <Optional>{field.optional}</Optional> : null}
      </label>
      {field.hint ? <HintText id={hintId}>{field.hint}</HintText> : null}
      {field.error ? <ErrorText id={errorId}>{field.error}</ErrorText> : null}
      {children}
    </div>
  );
}

/** Several controls that answer one question; the error summary's link lands on the group. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { controlId, hintId, errorId, aria } = fieldIds(field);
  return (
    <fieldset
      id={controlId}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      aria-invalid={aria["aria-invalid"]}
      className={classes("min-w-0 max-w-form", field.error && "border-s-4 border-red ps-4")}
    >
      <legend className="mb-1 block font-semibold">
        {field.label}
        {field.optional ? <Optional>{field.optional}</Optional> : null}
      </legend>
      {field.hint ? <HintText id={hintId}>{field.hint}</HintText> : null}
      {field.error ? <ErrorText id={errorId}>{field.error}</ErrorText> : null}
      {children}
    </fieldset>
  );
}
