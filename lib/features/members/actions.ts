"use server";

import { workspaceAction, workspaceCommand } from "@/lib/access/actions";
import type { TypedValues } from "@/lib/access/form-data";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { changeRole } from "./change-role";
import { removeMember } from "./remove-member";

function id(values: TypedValues): string {
  return values.id?.[0] ?? "";
}

export async function changeRoleAction(formData: FormData): Promise<void> {
  return workspaceAction(
    changeRole,
    {
      draft: (values) => formKeys.member(id(values)),
      page: (values) => `/members/${id(values)}`,
      // Whoever gives up being an owner does not see the list any more.
      goTo: ({ isYou, role }) => (isYou && role !== "owner" ? "" : "/members?done=role_changed"),
    },
    formData,
  );
}

export async function removeMemberAction(formData: FormData): Promise<void> {
  return workspaceCommand(removeMember, () => "/members?done=removed", formData);
}
