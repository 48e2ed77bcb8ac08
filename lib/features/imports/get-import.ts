import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import type { ImportSummary, ImportView } from "@/lib/domain/import/view";
import { todayIn } from "@/lib/domain/plain-date";
import { done, failed } from "@/lib/domain/result";
import { exportPreviewOf } from "./export-preview";
import { matchStage } from "./match-stage";
import { firstRefused, previewOf } from "./preview";
import { countsOf, sheetHeaders, storedMapping } from "./stored-import";

const schema = z.strictObject({
  id: recordId,
  /** Shows the matching of columns again, where they can still be changed. */
  columns: z.boolean().default(false),
});

/** Milliseconds. A step takes seconds; when nothing moves for longer, somebody may go on with the import. */
const STUCK = 3 * 60 * 1000;

/** An import at the stage it has got to: matching columns, at work, preview, result. */
export const getImport = defineUseCase(
  { permission: "import:write", audit: "none", schema, timeoutMs: 60_000 },
  async ({ tx, member, now }, { id, columns }) => {
    const { id: workspaceId, timeZone } = member.workspace;
    const row = await tx.import.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row || row.state === "reading") return failed("not_found");
    const { fileName, state, rows, rowsDone, fromWorkbook, ofExport } = row;
    const uploadedOn = todayIn(timeZone, row.createdAt);
    const summary: ImportSummary = { id, fileName, state, rows, counts: countsOf(row), uploadedOn };

    if (state === "done") {
      const refused = row.refused > 0 ? await firstRefused(tx, workspaceId, id, ofExport) : [];
      return done<ImportView>({ ...summary, stage: "result", ofExport, refused });
    }
    if (state === "checking" || state === "queued" || state === "running") {
      const stuck = now.getTime() - row.movedAt.getTime() > STUCK;
      const doing = state === "checking" ? "checking" : "writing";
      return done<ImportView>({ ...summary, stage: "progress", doing, rowsDone, stuck });
    }
    if (!ofExport && (state === "ready" || columns)) {
      const sheet = { workspaceId, id, headers: sheetHeaders(row.headers), fromWorkbook };
      return done<ImportView>({
        ...summary,
        ...(await matchStage(tx, member, sheet, storedMapping(row.mapping))),
      });
    }
    if (state === "checked" && ofExport)
      return done<ImportView>({
        ...summary,
        ...(await exportPreviewOf(tx, member, row)),
      });
    if (state === "checked")
      return done<ImportView>({
        ...summary,
        ...(await previewOf(tx, workspaceId, id, row.identifiersAccepted)),
      });
    return done<ImportView>({ ...summary, stage: "failed" });
  },
);
