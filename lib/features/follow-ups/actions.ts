"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { recordFollowUp } from "./record-follow-up";
import { removeFollowUp } from "./remove-follow-up";
import { reviseFollowUp } from "./revise-follow-up";

export async function recordFollowUpAction(formData: FormData): Promise<void> {
  return workspaceAction(
    recordFollowUp,
    {
      draft: (values) => formKeys.newFollowUp(values.consultationId?.[0] ?? ""),
      page: (values) => `/consultations/${values.consultationId?.[0]}/promise`,
      goTo: ({ id, outcome }, values) => {
        const page = `/consultations/${values.consultationId?.[0]}`;
        return outcome === "differs" ? `${page}/promise/${id}` : `${page}?done=follow_up_recorded`;
      },
    },
    formData,
  );
}

export async function reviseFollowUpAction(formData: FormData): Promise<void> {
  return workspaceAction(
    reviseFollowUp,
    {
      draft: (values) => formKeys.followUp(values.id?.[0] ?? ""),
      page: (values) => `/consultations/${values._consultation?.[0]}/promise/${values.id?.[0]}`,
      goTo: ({ consultationId }) => `/consultations/${consultationId}?done=follow_up_revised`,
    },
    formData,
  );
}

export async function removeFollowUpAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeFollowUp,
    ({ consultationId, trashId }) =>
      `/consultations/${consultationId}?done=follow_up_removed&undo=${trashId}`,
    formData,
  );
}
