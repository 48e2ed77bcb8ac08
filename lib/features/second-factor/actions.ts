"use server";

import { notFound, redirect } from "next/navigation";
import { secondFactorPath } from "@/lib/access/admin";
import { signInPath } from "@/lib/access/pages";
import { sessionHash } from "@/lib/access/session";
import type { Failure } from "@/lib/domain/result";
import { nextAdminPath } from "@/lib/domain/second-factor";
import { systemClock } from "@/lib/services/clock";
import { beginSetUp } from "./begin-set-up";
import { confirmSetUp } from "./confirm-set-up";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { showCode } from "./show-code";
import { forgetCodes, tellCodes } from "./told-codes";

const PAGE = "/admin/second-factor";

// Codes are secrets: unlike other forms, these keep nothing of what was typed.
function turnBack(failure: Failure, page: string): never {
  if (failure.code === "signed_out") redirect(signInPath(PAGE));
  if (failure.code === "second_factor") redirect(secondFactorPath(PAGE));
  if (failure.code !== "invalid") notFound();
  const separator = page.includes("?") ? "&" : "?";
  redirect(`${page}${separator}problem=${failure.errors[0]?.code ?? "wrong_code"}`);
}

async function hash(): Promise<string> {
  return (await sessionHash()) ?? "";
}

export async function beginSetUpAction(): Promise<void> {
  const result = await beginSetUp.run(await hash(), {}, systemClock());
  if (!result.ok) turnBack(result, PAGE);
  redirect(`${PAGE}?step=app`);
}

export async function confirmSetUpAction(formData: FormData): Promise<void> {
  const code = String(formData.get("code") ?? "");
  const result = await confirmSetUp.run(await hash(), { code }, systemClock());
  if (!result.ok) turnBack(result, `${PAGE}?step=app`);
  await tellCodes(result.value.admin.userId, result.value.value.codes);
  redirect(PAGE);
}

export async function showCodeAction(formData: FormData): Promise<void> {
  const next = nextAdminPath(formData.get("next"));
  const code = String(formData.get("code") ?? "");
  const result = await showCode.run(await hash(), { code }, systemClock());
  if (!result.ok) turnBack(result, secondFactorPath(next));
  redirect(next);
}

export async function renewRecoveryCodesAction(): Promise<void> {
  const result = await renewRecoveryCodes.run(await hash(), {}, systemClock());
  if (!result.ok) turnBack(result, PAGE);
  await tellCodes(result.value.admin.userId, result.value.value.codes);
  redirect(PAGE);
}

export async function putCodesAwayAction(): Promise<void> {
  await forgetCodes();
  redirect(`${PAGE}?done=codes-kept`);
}
