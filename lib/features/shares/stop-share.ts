import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Stops a released view: from now on nobody opens it any more. Stopping it twice is stopping it once. */
export const stopShare = defineUseCase(
  { permission: "shares:manage", audit: ["share.stopped"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id, releasedAt: { not: null } };
    const stopped = await tx.share.updateMany({
      where: { ...where, stoppedAt: null },
      data: { stoppedAt: now, version: { increment: 1 }, updatedAt: now, updatedBy: member.userId },
    });
    if (stopped.count > 0) await record({ kind: "share.stopped", subjectId: id, detail: {} });
    else if ((await tx.share.count({ where })) === 0) return failed("not_found");
    else nothingChanged();
    return done({ id });
  },
);
