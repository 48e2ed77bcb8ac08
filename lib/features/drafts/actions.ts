"use server";

import { workspaceCommand } from "@/lib/access/actions";
import { discardDraft } from "./discard-draft";

/** "Start again": back to the form without what was typed. */
export async function discardDraftAction(formData: FormData): Promise<void> {
  return workspaceCommand(discardDraft, (_, values) => values._from?.[0] ?? "", formData);
}
