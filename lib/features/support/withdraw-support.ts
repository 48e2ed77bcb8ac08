import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done } from "@/lib/domain/result";

/** Takes back what let platform support in: from the next page on it is not let in. Ended ones stay as they are. */
export const withdrawSupport = defineUseCase(
  {
    permission: "settings:manage",
    audit: ["support.withdrawn"],
    schema: z.strictObject({ id: recordId }),
  },
  async ({ tx, member, now, record, nothingChanged }, { id }) => {
    const { count } = await tx.supportGrant.updateMany({
      where: { workspaceId: member.workspace.id, id, withdrawnAt: null, expiresAt: { gt: now } },
      data: { withdrawnAt: now, withdrawnBy: member.userId },
    });
    if (count === 0) nothingChanged();
    else await record({ kind: "support.withdrawn", subjectId: id, detail: {} });
    return done({ id });
  },
);
