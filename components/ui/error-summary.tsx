"use client";

import { useEffect, useRef } from "react";

interface ErrorSummaryProps {
  /** e.g. "Please check this page" */
  title: string;
  /** In the order of the fields; `fieldId` is the id (by default the name) of the field to mend. */
  errors: readonly { fieldId?: string; text: string }[];
}

/**
 * What went wrong, on top of the form, with a link to each field. It takes focus: by `autofocus` when the page
 * arrives without script, by effect when an action answers in place.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map((error) => error.text).join("\n");
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      id="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: an error summary is the one thing that must be read first
      autoFocus
      className="mb-6 max-w-form rounded-md border-4 border-red bg-card p-4 md:p-6"
    >
      <h2 id="error-summary-title" className="text-lg">
        {title}
      </h2>
      <ul className="mt-2 grid gap-1">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.text}`} className="font-semibold text-red">
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                className="inline-flex min-h-11 items-center py-1 leading-tight underline underline-offset-4"
              >
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
