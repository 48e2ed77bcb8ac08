import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Takes back that the reasons were accepted. */
export const withdrawReasons = defineUseCase(
  { permission: "record:write", audit: ["reasons.withdrawn"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id };
    const before = await tx.consultation.findUnique({
      where: { workspaceId_id: where },
      select: { explanationAcceptedOn: true },
    });
    if (!before) return failed("not_found");
    if (before.explanationAcceptedOn === null) {
      nothingChanged();
      return done({ id });
    }
    await tx.consultation.update({
      where: { workspaceId_id: where },
      data: {
        explanationAcceptedOn: null,
        explanationDecidedBy: null,
        explanationMembersIn: null,
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    await record({ kind: "reasons.withdrawn", subjectId: id, detail: {} });
    return done({ id });
  },
);
