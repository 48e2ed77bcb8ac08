"use client";

import type { ComponentProps } from "react";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { TextInput } from "@/components/ui/text-input";
import { addPasskeyAction, beginAddingPasskeyAction } from "@/lib/features/passkeys/actions";

type Words = Pick<ComponentProps<typeof PasskeyButton>, "label" | "working" | "problems" | "elsewhere">;
type Props = Words & { origin: string; name: string; nameHint: string };

/** Makes a passkey on this device and keeps its public half. The library comes when the button is pressed. */
export function AddPasskey({ name, nameHint, ...button }: Props) {
  return (
    <PasskeyButton
      {...button}
      run={async () => {
        const field = document.getElementById("passkey-name");
        const typed = field instanceof HTMLInputElement ? field.value.trim() : "";
        if (!typed) {
          field?.focus();
          return "required";
        }
        const begun = await beginAddingPasskeyAction();
        if ("problem" in begun) return begun.problem;
        const { startRegistration } = await import("@simplewebauthn/browser");
        const answer = await startRegistration({ optionsJSON: begun.options });
        const result = await addPasskeyAction(typed, answer);
        return result?.problem ?? null;
      }}
    >
      <TextInput
        name="passkey-name"
        label={name}
        hint={nameHint}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
    </PasskeyButton>
  );
}
