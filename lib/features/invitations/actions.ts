"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { inviteMember } from "./invite-member";
import { resendInvitation } from "./resend-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

export async function inviteMemberAction(formData: FormData): Promise<void> {
  return workspaceAction(
    inviteMember,
    {
      draft: () => formKeys.newInvitation,
      page: () => "/members/invite",
      goTo: () => "/members?done=invited",
    },
    formData,
  );
}

export async function resendInvitationAction(formData: FormData): Promise<void> {
  return workspaceCommand(resendInvitation, () => "/members?done=sent_again", formData);
}

export async function withdrawInvitationAction(formData: FormData): Promise<void> {
  return workspaceCommand(withdrawInvitation, () => "/members?done=withdrawn", formData);
}
