import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { storedMapping } from "./stored-import";

/** Goes on with an import that stopped, from the row it had got to. Harmless for one that is at work. */
export const resumeImport = defineUseCase(
  { permission: "import:write", audit: [], schema: z.strictObject({ id: recordId }) },
  async ({ tx, member, now, nothingChanged }, { id }) => {
    const where = { workspaceId: member.workspace.id, id };
    const sheet = await tx.import.findUnique({ where: { workspaceId_id: where } });
    if (!sheet || sheet.state === "reading") return failed("not_found");
    nothingChanged();
    if (sheet.state === "failed") {
      // It failed while reading when nothing was written yet; reading again from the start is cheap and safe.
      const reading = sheet.failure !== "writing";
      if (!sheet.ofExport && !storedMapping(sheet.mapping)) return failed("conflict");
      await tx.import.updateMany({
        where: { ...where, state: "failed" },
        data: { state: reading ? "checking" : "running", failure: null, movedAt: now },
      });
    } else if (sheet.state === "ready" || sheet.state === "checked" || sheet.state === "done") {
      return done({ id });
    } else {
      await tx.import.updateMany({ where, data: { movedAt: now } });
    }
    await tx.$executeRaw`SELECT enqueue('run-import', ${id}::uuid)`;
    return done({ id });
  },
);
