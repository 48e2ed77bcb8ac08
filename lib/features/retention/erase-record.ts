import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Erases a listed record now, for good: it does not go to the removed records, and cannot be brought back. */
export const eraseRecord = defineUseCase(
  {
    permission: "settings:manage",
    audit: ["retention.erased_now"],
    schema: z.strictObject({ id: recordId }),
  },
  async ({ tx, member, record }, { id }) => {
    const key = { workspaceId: member.workspace.id, id };
    const listed = await tx.retentionReview.findUnique({
      where: { workspaceId_id: key },
      select: { consultationId: true },
    });
    if (!listed) return failed("not_found");
    const kind = listed.consultationId ? "consultation" : "activity";
    const gone = listed.consultationId
      ? await tx.consultation.deleteMany({ where: key })
      : await tx.activity.deleteMany({ where: key });
    if (gone.count === 0) return failed("not_found");
    await tx.$executeRaw`SELECT record_erasure(${kind}, ${id}::uuid, ${key.workspaceId}::uuid)`;
    await record({ kind: "retention.erased_now", subjectId: id, detail: {} });
    return done({ id });
  },
);
