import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

/**
 * Throws away an upload that was not run, with all its rows. One that is at work, or done, stays: `conflict`.
 */
export const discardImport = defineUseCase(
  {
    permission: "import:write",
    audit: ["import.discarded"],
    schema: z.strictObject({ id: recordId }),
    timeoutMs: 60_000,
  },
  async ({ tx, member, record, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id };
    const found = await tx.import.findUnique({ where: { workspaceId_id: where }, select: { state: true } });
    if (!found) return failed("not_found");
    const gone = await tx.import.deleteMany({
      where: { ...where, state: { in: ["reading", "ready", "checking", "checked", "failed"] } },
    });
    if (gone.count === 0) return failed("conflict");
    // A file that never came in whole is not worth a line in the trail.
    if (found.state === "reading") nothingChanged();
    else await record({ kind: "import.discarded", subjectId: id, detail: {} });
    return done({ id });
  },
);
