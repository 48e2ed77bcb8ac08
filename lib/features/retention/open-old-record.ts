import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { oldRecordColumns, toOldRecord } from "./old-record-rows";

/** One listed record, with the form that keeps it for longer. */
export const openOldRecord = defineUseCase(
  { permission: "settings:manage", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const row = await tx.retentionReview.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
      select: oldRecordColumns,
    });
    if (!row) return failed("not_found");
    const old = toOldRecord(row, member);
    const form = formKeys.oldRecord(id);
    return done({
      old,
      view: formView({
        form,
        fresh: { id: [id], ...(old.kept && { untilOn: [old.kept.until], reason: [old.kept.reason] }) },
        draft: await findDraft(tx, member, form),
      }),
    });
  },
);
