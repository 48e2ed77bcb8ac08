import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { moveToTrash } from "@/lib/features/trash/move-to-trash";

/** Moves a file to the trash; its bytes stay until the trash forgets it. `trashId` undoes it. */
export const removeAttachment = defineUseCase(
  { permission: "record:write", audit: ["attachment.removed"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record }, { id }) => {
    const row = await tx.attachment.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
      select: {
        consultationId: true,
        response: { select: { consultationId: true } },
        followUp: { select: { consultationId: true, activityId: true } },
      },
    });
    const trashId = row && (await moveToTrash(tx, "attachment", id));
    if (!trashId) return failed("not_found");
    await record({ kind: "attachment.removed", subjectId: id, detail: { trashId } });
    const consultationId =
      row.consultationId ?? row.response?.consultationId ?? row.followUp?.consultationId ?? null;
    return done({ trashId, consultationId, activityId: row.followUp?.activityId ?? null });
  },
);
