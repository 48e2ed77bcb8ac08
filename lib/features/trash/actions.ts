"use server";

import { workspaceCommand } from "@/lib/access/actions";
import { restoreRecord } from "./restore-record";

/** Undo of a removal: on to the record, or back with the reason why not (`?problem=`). */
export async function restoreRecordAction(formData: FormData): Promise<void> {
  return workspaceCommand(
    restoreRecord,
    (restored, values) =>
      restored.outcome === "restored"
        ? "activityId" in restored
          ? `/activities/${restored.activityId}?done=restored`
          : `/consultations/${restored.consultationId}?done=restored`
        : `${values._from?.[0] ?? "/consultations"}?problem=${restored.outcome}`,
    formData,
  );
}
