"use server";

import { redirect } from "next/navigation";
import { requirePerson } from "@/lib/access/person";
import { leaveWorkspace, renamePerson } from "./own-account";

export async function renameAction(formData: FormData): Promise<void> {
  const { id } = await requirePerson("/account");
  await renamePerson(id, String(formData.get("name") ?? ""));
  redirect("/account?done=renamed");
}

/** Goes out of one organisation. The only owner is shown why not. */
export async function stopMembershipAction(formData: FormData): Promise<void> {
  const { id } = await requirePerson("/account");
  const slug = String(formData.get("workspace") ?? "");
  const outcome = await leaveWorkspace(id, slug);
  redirect(outcome === "last_owner" ? `/account/stop/${encodeURIComponent(slug)}` : "/account?done=stopped");
}
