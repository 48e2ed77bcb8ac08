"use server";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { redirect } from "next/navigation";
import { requirePerson } from "@/lib/access/person";
import { visitor } from "@/lib/access/visitor";
import { safePath } from "@/lib/features/sign-in/mint-token";
import { startSession } from "@/lib/features/sign-in/start-session";
import { addPasskey } from "./add-passkey";
import { beginAdding } from "./begin-adding";
import { removePasskey } from "./manage-passkeys";
import { beginSignIn, checkPasskey } from "./sign-in-with-passkey";

/** What can go wrong with a passkey, as the catalogue words it. */
export type PasskeyProblem = "too_many_requests" | "required" | "too_long" | "too_many" | "unexpected";

export type Begun<T> = { options: T } | { problem: PasskeyProblem };

export async function beginPasskeySignInAction(): Promise<Begun<PublicKeyCredentialRequestOptionsJSON>> {
  const result = await beginSignIn(await visitor());
  return result.ok ? { options: result.value } : { problem: asProblem(result.code) };
}

/**
 * Signs in and answers where to go: a path of this site. The page goes there itself, as a whole new page, because
 * its person may read another language.
 */
export async function passkeySignInAction(
  answer: unknown,
  { next, shared }: { next: string; shared: boolean },
): Promise<{ goTo: string } | { problem: PasskeyProblem }> {
  const result = await checkPasskey(answer, await visitor());
  if (!result.ok) return { problem: asProblem(result.code) };
  await startSession(result.value.userId, { shared });
  return { goTo: safePath(next) };
}

export async function beginAddingPasskeyAction(): Promise<Begun<PublicKeyCredentialCreationOptionsJSON>> {
  const result = await beginAdding(await requirePerson("/account"));
  return result.ok ? { options: result.value } : { problem: asProblem(result.code) };
}

export async function addPasskeyAction(name: string, answer: unknown): Promise<{ problem: PasskeyProblem }> {
  const { id } = await requirePerson("/account");
  const result = await addPasskey(id, String(name), answer);
  if (!result.ok) return { problem: asProblem(result.errors[0]?.code ?? result.code) };
  redirect("/account?done=passkey-added");
}

export async function removePasskeyAction(formData: FormData): Promise<void> {
  const { id } = await requirePerson("/account");
  const removed = await removePasskey(id, String(formData.get("id") ?? ""));
  redirect(removed ? "/account?done=passkey-removed" : "/account");
}

function asProblem(code: string): PasskeyProblem {
  const known = ["too_many_requests", "required", "too_long", "too_many"] as const;
  return known.find((one) => one === code) ?? "unexpected";
}
