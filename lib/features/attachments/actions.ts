"use server";

import { workspaceCommand } from "@/lib/access/actions";
import { removeAttachment } from "./remove-attachment";

export async function removeAttachmentAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    removeAttachment,
    ({ consultationId, activityId, trashId }) =>
      `${consultationId ? `/consultations/${consultationId}` : `/activities/${activityId}`}?done=file_removed&undo=${trashId}`,
    formData,
  );
}
