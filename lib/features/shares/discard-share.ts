import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/** Throws away a view that was never released. */
export const discardShare = defineUseCase(
  { permission: "shares:manage", audit: ["share.discarded"], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, record }, { id }) => {
    const removed = await tx.share.deleteMany({
      where: { workspaceId: member.workspace.id, id, releasedAt: null },
    });
    if (removed.count === 0) return failed("not_found");
    await record({ kind: "share.discarded", subjectId: id, detail: {} });
    return done({ id });
  },
);
