import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** "This is not an answer": it is not proposed again unless the page says something else. */
export const dismissProposal = defineUseCase(
  { permission: "record:write", audit: ["proposal.dismissed"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const workspaceId = member.workspace.id;
    const proposal = await tx.answerProposal.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!proposal) return failed("not_found");
    const { consultationId } = proposal;
    const dismissed = await tx.answerProposal.updateMany({
      where: { workspaceId, id, decidedAt: null },
      data: { decidedAt: now, decidedBy: member.userId, taken: false },
    });
    if (dismissed.count > 0)
      await record({ kind: "proposal.dismissed", subjectId: id, detail: { consultationId } });
    else nothingChanged();
    return done({ consultationId });
  },
);
