import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Takes "this is not an answer" back: it is proposed again. */
export const reconsiderProposal = defineUseCase(
  { permission: "record:write", audit: ["proposal.reconsidered"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record, nothingChanged }, { id }) => {
    const workspaceId = member.workspace.id;
    const proposal = await tx.answerProposal.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!proposal) return failed("not_found");
    const { consultationId } = proposal;
    const open = await tx.answerProposal.updateMany({
      where: { workspaceId, id, taken: false },
      data: { decidedAt: null, decidedBy: null, taken: null },
    });
    if (open.count > 0)
      await record({ kind: "proposal.reconsidered", subjectId: id, detail: { consultationId } });
    else nothingChanged();
    return done({ consultationId });
  },
);
