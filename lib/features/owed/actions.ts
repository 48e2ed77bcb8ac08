"use server";

import { workspaceCommand } from "@/lib/access/actions";
import { recordTold } from "./record-told";
import { withdrawTold } from "./withdraw-told";

export async function recordToldAction(formData: FormData): Promise<void> {
  return workspaceCommand(recordTold, () => "/follow-ups?side=tell&done=told", formData);
}

export async function withdrawToldAction(formData: FormData): Promise<void> {
  return workspaceCommand(withdrawTold, () => "/follow-ups?side=tell&done=told_withdrawn", formData);
}
