import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** "That is all we know": a consultation logged on one screen no longer waits for the rest. */
export const allWeKnow = defineUseCase(
  { permission: "record:write", audit: ["consultation.all_known"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id };
    const known = await tx.consultation.findUnique({
      where: { workspaceId_id: where },
      select: { toFinishSince: true },
    });
    if (!known) return failed("not_found");
    if (known.toFinishSince === null) {
      nothingChanged();
      return done({ id });
    }
    await tx.consultation.update({ where: { workspaceId_id: where }, data: { toFinishSince: null } });
    await record({ kind: "consultation.all_known", subjectId: id, detail: {} });
    return done({ id });
  },
);
