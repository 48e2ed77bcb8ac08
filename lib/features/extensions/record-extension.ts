import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newExtension } from "@/lib/domain/follow-up";
import { done, failed } from "@/lib/domain/result";
import { changedFields, valuesOf } from "@/lib/features/consultations/consultation-content";
import type { Logged } from "@/lib/features/consultations/log-consultation";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { extensionColumns, loadExtension } from "./extension-content";

/**
 * Records a new answer date that both sides agreed. The one agreed last counts; the others stay in the record.
 * Sending the same form twice makes one record.
 */
export const recordExtension = defineUseCase(
  { permission: "record:write", audit: ["extension.recorded"], schema: newExtension },
  async ({ tx, member, now, record, nothingChanged }, { id, consultationId, ...content }) => {
    const workspaceId = member.workspace.id;
    const consultation = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId, id: consultationId } },
      select: { id: true },
    });
    if (!consultation) return failed("not_found");
    const created = await tx.extension.createMany({
      data: [
        {
          workspaceId,
          id,
          consultationId,
          ...extensionColumns(content),
          createdAt: now,
          createdBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      await record({ kind: "extension.recorded", subjectId: id, detail: { consultationId } });
      return done<Logged>({ id, outcome: "logged" });
    }
    const earlier = await loadExtension(tx, member, id);
    if (earlier?.createdBy !== member.userId || earlier.consultationId !== consultationId)
      return failed("not_found");
    nothingChanged();
    if (changedFields(earlier.content, content).length === 0) return done<Logged>({ id, outcome: "already" });
    await keepSecondTry(tx, member, formKeys.extension(id), {
      id: [id],
      consultationId: [consultationId],
      ...valuesOf(content),
    });
    return done<Logged>({ id, outcome: "differs" });
  },
);
