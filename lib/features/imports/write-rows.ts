import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { IMPORT_OUTCOMES, type ImportCounts } from "@/lib/domain/import/stored";
import type { ClaimedImport } from "./read-rows";

/** An export looks for what each record belongs to once for each batch: larger ones look less often. */
const TIMES_OF_EXPORT = 5;

const next = z.array(z.object({ last: z.number().nullable(), rows: z.coerce.number() }));
const tallied = z.array(z.object({ outcome: z.enum(IMPORT_OUTCOMES), rows: z.coerce.number() }));

/** Rows by outcome, from a query's `outcome` and `rows`. */
export function countOutcomes(rows: unknown): ImportCounts {
  const counts: ImportCounts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome, rows: count } of tallied.parse(rows)) counts[outcome] = count;
  return counts;
}

/**
 * Writes the next rows of a sheet that has been read to the record, and how far it has got.
 * @param most rows at once
 * @returns how many rows; 0 when all are written
 */
export async function writeRows(tx: Tx, sheet: ClaimedImport, most: number, now: Date): Promise<number> {
  const { workspaceId, id, atRow, ofExport } = sheet;
  const [batch] = next.parse(
    await tx.$queryRaw`
      SELECT max(b.row_no) AS last, count(*) AS rows FROM (
        SELECT row_no FROM import_rows WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND row_no > ${atRow}
        ORDER BY row_no LIMIT ${ofExport ? most * TIMES_OF_EXPORT : most}) b`,
  );
  if (!batch?.last) return 0;
  if (ofExport)
    await tx.$executeRaw`SELECT write_export_rows(${id}::uuid, ${atRow}::int, ${batch.last}::int, ${now}::timestamptz)`;
  else
    await tx.$executeRaw`SELECT write_import_rows(${id}::uuid, ${atRow}::int, ${batch.last}::int, ${now}::timestamptz)`;
  await tx.$executeRaw`SELECT count_after_import(${batch.rows}::int)`;
  const counts = countOutcomes(
    await tx.$queryRaw`
      SELECT outcome, count(*) AS rows FROM import_rows
      WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND row_no > ${atRow} AND row_no <= ${batch.last}
      GROUP BY outcome`,
  );
  await tx.import.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      state: "running",
      atRow: batch.last,
      rowsDone: sheet.rowsDone + batch.rows,
      created: { increment: counts.created },
      changed: { increment: counts.changed },
      unchanged: { increment: counts.unchanged },
      refused: { increment: counts.refused },
      movedAt: now,
    },
  });
  return batch.rows;
}

/** Everything is written: what was taken need not be kept here any longer, refused rows stay to be mended. */
export async function closeImport(
  tx: Tx,
  { workspaceId, id }: ClaimedImport,
  now: Date,
): Promise<ImportCounts> {
  await tx.importRow.deleteMany({ where: { workspaceId, importId: id, NOT: { outcome: "refused" } } });
  return tx.import.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { state: "done", finishedAt: now, movedAt: now },
    select: { created: true, changed: true, unchanged: true, refused: true },
  });
}
