import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import { optionalDate, plainDate, recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const schema = z.strictObject({
  id: recordId,
  cancelledOn: plainDate,
  /** The date the form was opened with: nobody's answer is written over unseen. */
  version: optionalDate.default(null),
});

/** Records that the body called the consultation off before it took place. */
export const cancelConsultation = defineUseCase(
  { permission: "record:write", audit: ["consultation.cancelled"], schema },
  async ({ tx, member, now, record, nothingChanged }, { id, cancelledOn, version }) => {
    const where = { workspaceId: member.workspace.id, id };
    const before = await tx.consultation.findUnique({
      where: { workspaceId_id: where },
      select: { cancelledOn: true },
    });
    if (!before) return failed("not_found");
    if (fromDb(before.cancelledOn) === cancelledOn) {
      nothingChanged();
      return done({ id });
    }
    const saved = await tx.consultation.updateMany({
      where: { ...where, cancelledOn: toDb(version) },
      data: { cancelledOn: toDb(cancelledOn), updatedAt: now, updatedBy: member.userId },
    });
    if (saved.count === 0) return failed("conflict");
    await record({ kind: "consultation.cancelled", subjectId: id, detail: {} });
    return done({ id });
  },
);
