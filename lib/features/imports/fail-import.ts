import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done } from "@/lib/domain/result";

/** Says that a job gave up on an import, and at what. What was written stays; it can be gone on with. */
export const failImport = defineUseCase(
  { permission: "import:write", audit: [], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, nothingChanged }, { id }) => {
    const own = { workspaceId: member.workspace.id, id };
    await tx.import.updateMany({
      where: { ...own, state: "checking" },
      data: { state: "failed", failure: "checking", movedAt: now },
    });
    await tx.import.updateMany({
      where: { ...own, state: { in: ["queued", "running"] } },
      data: { state: "failed", failure: "writing", movedAt: now },
    });
    nothingChanged();
    return done({ id });
  },
);
