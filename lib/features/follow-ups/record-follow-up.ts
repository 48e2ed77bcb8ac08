import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newFollowUp } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { changedFields, valuesOf } from "@/lib/features/consultations/consultation-content";
import type { Logged } from "@/lib/features/consultations/log-consultation";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { followUpColumns, loadFollowUp, settledContent } from "./follow-up-content";

/** Records a follow-up: the body's promise, ours, or one of both. Sending the same form twice makes one record. */
export const recordFollowUp = defineUseCase(
  { permission: "record:write", audit: ["follow_up.recorded"], schema: newFollowUp },
  async ({ tx, member, now, today, record, nothingChanged }, { id, consultationId, ...typed }) => {
    const workspaceId = member.workspace.id;
    const consultation = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId, id: consultationId } },
      select: { publicBody: { select: { name: true } } },
    });
    if (!consultation) return failed("not_found");
    const content = settledContent(typed, consultation.publicBody.name, today);
    const created = await tx.followUp.createMany({
      data: [
        {
          workspaceId,
          id,
          consultationId,
          ...(await followUpColumns(tx, member, content, today)),
          createdAt: now,
          createdBy: member.userId,
          updatedAt: now,
          updatedBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      await record({
        kind: "follow_up.recorded",
        subjectId: id,
        detail: { consultationId, owner: content.owner },
      });
      return done<Logged>({ id, outcome: "logged" });
    }
    const earlier = await loadFollowUp(tx, member, id);
    if (earlier?.createdBy !== member.userId || earlier.consultationId !== consultationId)
      return failed("not_found");
    nothingChanged();
    if (changedFields(earlier.content, content).length === 0) return done<Logged>({ id, outcome: "already" });
    await keepSecondTry(tx, member, formKeys.followUp(id), {
      id: [id],
      consultationId: [consultationId],
      ...valuesOf(content),
    });
    return done<Logged>({ id, outcome: "differs" });
  },
);
