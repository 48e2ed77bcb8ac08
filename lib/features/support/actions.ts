"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { grantSupport } from "./grant-support";
import { withdrawSupport } from "./withdraw-support";

const PAGE = "/settings/support";

export async function grantSupportAction(formData: FormData): Promise<void> {
  return workspaceAction(
    grantSupport,
    { draft: () => formKeys.newSupport, page: () => PAGE, goTo: () => `${PAGE}?done=granted` },
    formData,
  );
}

export async function withdrawSupportAction(formData: FormData): Promise<void> {
  return workspaceCommand(withdrawSupport, () => `${PAGE}?done=withdrawn`, formData);
}
