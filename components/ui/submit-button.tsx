"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonSize, type ButtonVariant } from "./button";

interface SubmitButtonProps {
  children: ReactNode;
  /** Shown and announced while the form is on its way, e.g. "Saving…". */
  pendingLabel: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  name?: string;
  value?: string;
  formNoValidate?: boolean;
}

/** Sends its form once: a second press while it is on its way does nothing. Works without script as a plain submit. */
export function SubmitButton({ children, pendingLabel, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </Button>
  );
}
