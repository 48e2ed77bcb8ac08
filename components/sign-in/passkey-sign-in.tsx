"use client";

import type { ComponentProps } from "react";
import { beginPasskeySignInAction, passkeySignInAction } from "@/lib/features/passkeys/actions";
import { PasskeyButton } from "./passkey-button";

type Words = Pick<ComponentProps<typeof PasskeyButton>, "label" | "working" | "problems">;
type Props = Words & { origin: string; next: string; title: string; text: string; shared: string };

/** Signs in with a passkey instead of a mailed link. The library comes when the button is pressed. */
export function PasskeySignIn({ next, title, text, shared, ...button }: Props) {
  return (
    <PasskeyButton
      {...button}
      variant="secondary"
      run={async () => {
        const begun = await beginPasskeySignInAction();
        if ("problem" in begun) return begun.problem;
        const { startAuthentication } = await import("@simplewebauthn/browser");
        const answer = await startAuthentication({ optionsJSON: begun.options });
        const box = document.getElementById("passkey-shared");
        const result = await passkeySignInAction(answer, {
          next,
          shared: box instanceof HTMLInputElement && box.checked,
        });
        if ("problem" in result) return result.problem;
        window.location.assign(result.goTo);
        return null;
      }}
    >
      <div className="mt-10 border-t border-line pt-6">
        <h2 className="text-lg">{title}</h2>
        <p className="mt-1 max-w-measure text-ink-2">{text}</p>
      </div>
      <label htmlFor="passkey-shared" className="flex min-h-11 items-center gap-3">
        <input type="checkbox" id="passkey-shared" className="size-6 shrink-0 accent-teal" />
        {shared}
      </label>
    </PasskeyButton>
  );
}
