import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Takes back that a consultation was called off. */
export const reinstateConsultation = defineUseCase(
  {
    permission: "record:write",
    audit: ["consultation.reinstated"],
    schema: z.strictObject({ id: recordId }),
  },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id };
    const before = await tx.consultation.findUnique({
      where: { workspaceId_id: where },
      select: { cancelledOn: true },
    });
    if (!before) return failed("not_found");
    if (before.cancelledOn === null) {
      nothingChanged();
      return done({ id });
    }
    await tx.consultation.update({
      where: { workspaceId_id: where },
      data: { cancelledOn: null, updatedAt: now, updatedBy: member.userId },
    });
    await record({ kind: "consultation.reinstated", subjectId: id, detail: {} });
    return done({ id });
  },
);
