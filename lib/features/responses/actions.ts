"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { recordResponse } from "./record-response";
import { removeResponse } from "./remove-response";
import { reviseResponse } from "./revise-response";

export async function recordResponseAction(formData: FormData): Promise<void> {
  return workspaceAction(
    recordResponse,
    {
      draft: (values) => formKeys.newResponse(values.consultationId?.[0] ?? ""),
      page: (values) => `/consultations/${values.consultationId?.[0]}/answer`,
      goTo: ({ id, outcome }, values) => {
        const page = `/consultations/${values.consultationId?.[0]}`;
        return outcome === "differs" ? `${page}/answer/${id}` : `${page}?done=response_recorded`;
      },
    },
    formData,
  );
}

export async function reviseResponseAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseResponse,
    {
      draft: (values) => formKeys.response(values.id?.[0] ?? ""),
      page: (values) => `/consultations/${values._consultation?.[0]}/answer/${values.id?.[0]}`,
      goTo: ({ consultationId }) => `/consultations/${consultationId}?done=response_revised`,
    },
    formData,
  );
}

export async function removeResponseAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeResponse,
    ({ consultationId, trashId }) => `/consultations/${consultationId}?done=response_removed&undo=${trashId}`,
    formData,
  );
}
