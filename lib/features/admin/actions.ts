"use server";

import { redirect } from "next/navigation";
import { adminAction, secondFactorPath } from "@/lib/access/admin";
import { signInPath } from "@/lib/access/pages";
import { sessionHash } from "@/lib/access/session";
import { systemClock } from "@/lib/services/clock";
import { inviteOwnerAgain } from "./invite-owner-again";
import { inviteWorkspace } from "./invite-workspace";
import { stepWorkspace } from "./step-workspace";
import { newWorkspaceForm, stepForm } from "./workspace-form-keys";

const LIST = "/admin/workspaces";

function first(values: Record<string, string[]>, name: string): string {
  return values[name]?.[0] ?? "";
}

/** Opens a workspace and invites its owner. */
export async function inviteWorkspaceAction(formData: FormData): Promise<void> {
  return adminAction(
    inviteWorkspace,
    {
      form: () => newWorkspaceForm,
      page: () => `${LIST}/new`,
      goTo: ({ slug }) => `${LIST}/${slug}?done=invited`,
    },
    formData,
  );
}

/** One step in the life of a workspace. */
export async function stepWorkspaceAction(formData: FormData): Promise<void> {
  return adminAction(
    stepWorkspace,
    {
      form: (values) => stepForm(first(values, "slug"), first(values, "step")),
      page: (values) =>
        `${LIST}/${encodeURIComponent(first(values, "slug"))}/${encodeURIComponent(first(values, "step"))}`,
      goTo: ({ slug, step }) => `${LIST}/${slug}?done=${step}`,
    },
    formData,
  );
}

/** Sends the first owner's invitation again. There is nothing typed that could be lost. */
export async function inviteOwnerAgainAction(formData: FormData): Promise<void> {
  const slug = String(formData.get("slug") ?? "");
  const page = `${LIST}/${encodeURIComponent(slug)}`;
  const result = await inviteOwnerAgain.run((await sessionHash()) ?? "", { slug }, systemClock());
  if (!result.ok && result.code === "signed_out") redirect(signInPath(page));
  if (!result.ok && result.code === "second_factor") redirect(secondFactorPath(page));
  redirect(`${page}?done=${result.ok ? "again" : "notAgain"}`);
}
