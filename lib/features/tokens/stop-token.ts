import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Stops a token for good, at once. */
export const stopToken = defineUseCase(
  { permission: "settings:manage", audit: ["token.stopped"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const workspaceId = member.workspace.id;
    const stopped = await tx.apiToken.updateMany({
      where: { workspaceId, id, revokedAt: null },
      data: { revokedAt: now, revokedBy: member.userId },
    });
    if (stopped.count > 0) {
      await record({ kind: "token.stopped", subjectId: id, detail: {} });
      return done({ id });
    }
    if ((await tx.apiToken.count({ where: { workspaceId, id } })) === 0) return failed("not_found");
    nothingChanged();
    return done({ id });
  },
);
