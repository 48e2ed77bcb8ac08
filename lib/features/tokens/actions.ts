"use server";

import { redirect } from "next/navigation";
import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { makeToken } from "./make-token";
import { forgetSecret, mintSecret } from "./new-secret";
import { stopToken } from "./stop-token";

const PAGE = "/settings/tokens";

export async function makeTokenAction(formData: FormData): Promise<void> {
  await mintSecret(formData);
  return workspaceAction(
    makeToken,
    { draft: () => formKeys.newToken, page: () => PAGE, goTo: () => `${PAGE}?done=made` },
    formData,
  );
}

export async function stopTokenAction(formData: FormData): Promise<void> {
  return workspaceCommand(stopToken, () => `${PAGE}?done=stopped`, formData);
}

/** Only this device's own cookie goes. */
export async function hideSecretAction(formData: FormData): Promise<void> {
  const slug = String(formData.get("_workspace") ?? "");
  await forgetSecret(slug);
  redirect(`/w/${encodeURIComponent(slug)}${PAGE}`);
}
