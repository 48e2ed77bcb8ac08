import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newResponse } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { SUBSTANTIVE } from "@/lib/domain/taxonomy";
import { changedFields, valuesOf } from "@/lib/features/consultations/consultation-content";
import type { Logged } from "@/lib/features/consultations/log-consultation";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { loadResponse, responseColumns } from "./response-content";

/** Records what a body said afterwards. Sending the same form twice makes one record. */
export const recordResponse = defineUseCase(
  { permission: "record:write", audit: ["response.recorded"], schema: newResponse },
  async ({ tx, member, now, record, nothingChanged }, { id, consultationId, ...content }) => {
    const workspaceId = member.workspace.id;
    const consultation = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId, id: consultationId } },
      select: { id: true },
    });
    if (!consultation) return failed("not_found");
    const created = await tx.bodyResponse.createMany({
      data: [
        {
          workspaceId,
          id,
          consultationId,
          ...responseColumns(content),
          createdAt: now,
          createdBy: member.userId,
          updatedAt: now,
          updatedBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      // Whatever was proposed is answered with that, whoever wrote it down and from where.
      if (SUBSTANTIVE.includes(content.kind))
        await tx.answerProposal.updateMany({
          where: { workspaceId, consultationId, decidedAt: null },
          data: { decidedAt: now, decidedBy: member.userId, taken: true },
        });
      await record({
        kind: "response.recorded",
        subjectId: id,
        detail: { consultationId, responseKind: content.kind },
      });
      return done<Logged>({ id, outcome: "logged" });
    }
    const earlier = await loadResponse(tx, member, id);
    if (earlier?.createdBy !== member.userId || earlier.consultationId !== consultationId)
      return failed("not_found");
    nothingChanged();
    if (changedFields(earlier.content, content).length === 0) return done<Logged>({ id, outcome: "already" });
    await keepSecondTry(tx, member, formKeys.response(id), {
      id: [id],
      consultationId: [consultationId],
      ...valuesOf(content),
    });
    return done<Logged>({ id, outcome: "differs" });
  },
);
