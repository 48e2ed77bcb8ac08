"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { dismissProposal } from "./dismiss-proposal";
import { fillFromLink } from "./fill-from-link";
import { readPasted } from "./read-pasted";
import { reconsiderProposal } from "./reconsider-proposal";

export async function pasteLinkAction(formData: FormData): Promise<void> {
  await readPasted(formData);
  return workspaceAction(
    fillFromLink,
    {
      draft: () => formKeys.newLink,
      page: () => "/consultations/link",
      goTo: ({ id, kind }) => `/consultations/new?begun=${id}&from=${kind}`,
    },
    formData,
  );
}

export async function dismissProposalAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    dismissProposal,
    ({ consultationId }, values) =>
      `/consultations/${consultationId}?done=proposal_dismissed&proposal=${values.id?.[0]}`,
    formData,
  );
}

export async function reconsiderProposalAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    reconsiderProposal,
    ({ consultationId }) => `/consultations/${consultationId}#proposal`,
    formData,
  );
}
