"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { recordExtension } from "./record-extension";
import { removeExtension } from "./remove-extension";
import { reviseExtension } from "./revise-extension";

export async function recordExtensionAction(formData: FormData): Promise<void> {
  return workspaceAction(
    recordExtension,
    {
      draft: (values) => formKeys.newExtension(values.consultationId?.[0] ?? ""),
      page: (values) => `/consultations/${values.consultationId?.[0]}/extension`,
      goTo: ({ id, outcome }, values) => {
        const page = `/consultations/${values.consultationId?.[0]}`;
        return outcome === "differs" ? `${page}/extension/${id}` : `${page}?done=extension_recorded`;
      },
    },
    formData,
  );
}

export async function reviseExtensionAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseExtension,
    {
      draft: (values) => formKeys.extension(values.id?.[0] ?? ""),
      page: (values) => `/consultations/${values._consultation?.[0]}/extension/${values.id?.[0]}`,
      goTo: ({ consultationId }) => `/consultations/${consultationId}?done=extension_revised`,
    },
    formData,
  );
}

export async function removeExtensionAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeExtension,
    ({ consultationId, trashId }) =>
      `/consultations/${consultationId}?done=extension_removed&undo=${trashId}`,
    formData,
  );
}
