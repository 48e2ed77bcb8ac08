import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { moveToTrash } from "@/lib/features/trash/move-to-trash";

/** Moves a follow-up to the trash. `trashId` undoes it. */
export const removeFollowUp = defineUseCase(
  { permission: "record:write", audit: ["follow_up.removed"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record }, { id }) => {
    const row = await tx.followUp.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
      select: { consultationId: true },
    });
    const trashId = row?.consultationId && (await moveToTrash(tx, "follow_up", id));
    if (!trashId) return failed("not_found");
    await record({ kind: "follow_up.removed", subjectId: id, detail: { trashId } });
    return done({ trashId, consultationId: row.consultationId });
  },
);
