import "server-only";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import { IMPORT_STATES } from "@/lib/domain/import/stored";
import { done, failed } from "@/lib/domain/result";
import { readRows, settleRepeats } from "./read-rows";
import { closeImport, writeRows } from "./write-rows";

/** Characters of cells taken into memory at once, about; and rows. */
const AT_ONCE = { characters: 1_000_000, rows: 1000 };

const schema = z.strictObject({
  id: recordId,
  /** Rows in one step. */
  rows: z.number().int().min(1).max(5000).default(AT_ONCE.rows),
});

const claimed = z.array(
  z.object({
    state: z.enum(IMPORT_STATES),
    headers: z.unknown(),
    mapping: z.unknown(),
    fromWorkbook: z.boolean(),
    ofExport: z.boolean(),
    identifiersAccepted: z.boolean(),
    rows: z.number(),
    characters: z.number(),
    atRow: z.number(),
    rowsDone: z.number(),
  }),
);

// The row stays locked to the end of the step: two workers at one import take turns instead of doing a step twice.
async function claim(tx: Tx, member: Member, id: string) {
  const workspaceId = member.workspace.id;
  const [sheet] = claimed.parse(
    await tx.$queryRaw`
      SELECT state, headers, mapping, from_workbook AS "fromWorkbook", of_export AS "ofExport", identifiers_accepted AS "identifiersAccepted", rows, characters, at_row AS "atRow", rows_done AS "rowsDone"
      FROM imports WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`,
  );
  return sheet ? { ...sheet, workspaceId, id } : null;
}

/**
 * One step of an import in a transaction of its own: reads or writes the next rows, or closes that part. What it does
 * depends only on what the steps before it left in the database, so an import that was killed goes on from there.
 * `more` says whether there is another step to take.
 */
export const advanceImport = defineUseCase(
  { permission: "import:write", audit: ["import.finished"], schema, timeoutMs: 120_000 },
  async ({ tx, member, now, record, nothingChanged }, { id, rows: most }) => {
    const sheet = await claim(tx, member, id);
    if (!sheet) return failed("not_found");
    if (sheet.state === "checking") {
      const rowLength = Math.max(1, sheet.characters / Math.max(1, sheet.rows));
      const fitting = Math.max(20, Math.floor(AT_ONCE.characters / rowLength));
      const read = await readRows(tx, sheet, Math.min(most, fitting), now);
      if (read === 0) await settleRepeats(tx, sheet, now);
      // The record is as it was; only the staged rows know more.
      nothingChanged();
      return done({ more: read > 0 });
    }
    if (sheet.state !== "queued" && sheet.state !== "running") {
      nothingChanged();
      return done({ more: false });
    }
    if ((await writeRows(tx, sheet, most, now)) > 0) {
      // Told once, with its counts, when all rows are in.
      nothingChanged();
      return done({ more: true });
    }
    await record({ kind: "import.finished", subjectId: id, detail: await closeImport(tx, sheet, now) });
    return done({ more: false });
  },
);
