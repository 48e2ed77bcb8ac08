import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { moveToTrash } from "@/lib/features/trash/move-to-trash";

/** Moves an extension to the trash. `trashId` undoes it. */
export const removeExtension = defineUseCase(
  { permission: "record:write", audit: ["extension.removed"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record }, { id }) => {
    const row = await tx.extension.findUnique({
      where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
      select: { consultationId: true },
    });
    const trashId = row && (await moveToTrash(tx, "extension", id));
    if (!trashId) return failed("not_found");
    await record({ kind: "extension.removed", subjectId: id, detail: { trashId } });
    return done({ trashId, consultationId: row.consultationId });
  },
);
