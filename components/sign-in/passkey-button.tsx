"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PasskeyProblem } from "@/lib/features/passkeys/actions";

type Props = {
  /** The one address passkeys work at; elsewhere there is no button. */
  origin: string;
  label: string;
  working: string;
  /** What went wrong, by code; `unexpected` is the last resort. */
  problems: Partial<Record<PasskeyProblem, string>>;
  variant?: "primary" | "secondary";
  /** Does all of it. Answers what went wrong, or null when it worked or the person changed their mind. */
  run: () => Promise<PasskeyProblem | null>;
  /** Shown above the button where passkeys work. */
  children?: ReactNode;
  /** Shown where they do not. */
  elsewhere?: ReactNode;
};

/** A button that talks to the device's keys, where the browser has any and the address is the right one. */
export function PasskeyButton({
  origin,
  label,
  working,
  problems,
  variant,
  run,
  children,
  elsewhere,
}: Props) {
  const [works, setWorks] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  useEffect(() => setWorks("PublicKeyCredential" in window && window.location.origin === origin), [origin]);
  if (!works) return elsewhere ?? null;

  async function press(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setProblem(await run());
    } catch (error) {
      // Closing the browser's own window is no mistake.
      const changedTheirMind = error instanceof Error && /NotAllowed|Abort/.test(error.name);
      setProblem(changedTheirMind ? null : "unexpected");
    }
    setBusy(false);
  }

  return (
    <div className="grid gap-4">
      {children}
      {problem ? (
        <p role="alert" className="max-w-measure font-semibold text-red">
          {problems[problem] ?? problems.unexpected}
        </p>
      ) : null}
      <div>
        <Button variant={variant} onClick={press} aria-disabled={busy || undefined}>
          <span aria-live="polite">{busy ? working : label}</span>
        </Button>
      </div>
    </div>
  );
}
