import "server-only";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { kindsByField } from "@/lib/access/identifiers";
import type { Tx } from "@/lib/db/doors";
import { consultationInput } from "@/lib/domain/consultation";
import { newResponse } from "@/lib/domain/follow-up";
import type { RowResult } from "@/lib/domain/import/draft";
import { fingerprint, importKey, rowKey } from "@/lib/domain/import/duplicates";
import { consultationReader, type RowReader } from "@/lib/domain/import/to-consultation";
import { identifiersIn } from "@/lib/domain/privacy/free-text";
import { readExportRow } from "./read-export-rows";
import { sheetHeaders, storedMapping } from "./stored-import";

/** Rows that are read while the database keeps those before. */
const SLICE = 250;

const staged = z.array(z.object({ row_no: z.number(), cells: z.array(z.string()) }));

export type ClaimedImport = {
  workspaceId: string;
  id: string;
  headers: unknown;
  mapping: unknown;
  fromWorkbook: boolean;
  ofExport: boolean;
  identifiersAccepted: boolean;
  atRow: number;
  rowsDone: number;
};

function readerFor(sheet: ClaimedImport): RowReader {
  const mapping = storedMapping(sheet.mapping);
  const reader =
    mapping && consultationReader(mapping, sheetHeaders(sheet.headers), { serials: sheet.fromWorkbook });
  if (!reader?.ok) throw new Error("An import was to be read without a whole mapping");
  return reader.read;
}

/** What may show who a person is in a row that could be taken, by field and kind; the text itself is not kept. */
function heldBack({ draft, response }: Extract<RowResult, { ok: true }>) {
  const inAnswer = identifiersIn(newResponse, response).map((one) => ({ ...one, field: "answerUrl" }));
  return kindsByField([...identifiersIn(consultationInput, draft), ...inAnswer]).flatMap(({ field, kinds }) =>
    kinds.map((kind) => ({ field, code: "personal_identifier", value: "", kind })),
  );
}

/** What is kept of a row that has been read; keys that are left out become NULL. */
function readingOf(read: RowReader, row: number, cells: readonly string[], identifiersAccepted: boolean) {
  const result = read(cells, row);
  const kept = (problems: readonly { field: string; code: string; value: string }[]) =>
    problems.length > 0 ? problems.map(({ field, code, value }) => ({ field, code, value })) : undefined;
  if (!result.ok) return { row_no: row, refusals: kept(result.refusals) };
  const held = identifiersAccepted ? [] : heldBack(result);
  if (held.length > 0) return { row_no: row, refusals: held };
  const { draft, response, warnings } = result;
  return {
    row_no: row,
    draft,
    response: response ?? undefined,
    warnings: kept(warnings),
    reference: draft.reference ?? undefined,
    import_key: draft.reference === null ? importKey(draft) : undefined,
    row_key: rowKey(draft),
    fingerprint: fingerprint(result),
  };
}

type Reading = { row_no: number };

async function keepReadings(
  tx: Tx,
  { workspaceId, id }: ClaimedImport,
  readings: readonly Reading[],
): Promise<void> {
  // Between the first and the last: only these rows are looked at, not all of the sheet for each slice of it.
  await tx.$executeRaw`
    UPDATE import_rows r SET draft = x.draft, response = x.response, warnings = x.warnings, refusals = x.refusals, reference = x.reference,
      import_key = x.import_key, row_key = x.row_key, fingerprint = x.fingerprint, same_as = NULL, outcome = NULL, consultation_id = NULL, revises = false
    FROM jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) AS x (row_no int, draft jsonb, response jsonb, warnings jsonb, refusals jsonb, reference text,
      import_key text, row_key text, fingerprint text)
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid AND r.row_no = x.row_no
      AND r.row_no BETWEEN ${readings[0]?.row_no ?? 0}::int AND ${readings.at(-1)?.row_no ?? 0}::int`;
}

/**
 * Reads the next rows of a staged sheet with its mapping and keeps what they say beside them.
 * @param most rows at once
 * @returns how many were read; 0 when all have been
 */
export async function readRows(tx: Tx, sheet: ClaimedImport, most: number, now: Date): Promise<number> {
  const { workspaceId, id } = sheet;
  const rows = staged.parse(
    await tx.$queryRaw`
      SELECT row_no, cells FROM import_rows
      WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND row_no > ${sheet.atRow}
      ORDER BY row_no LIMIT ${most}`,
  );
  const last = rows.at(-1);
  if (!last) return 0;
  const read = sheet.ofExport ? null : readerFor(sheet);
  let keeping: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += SLICE) {
    const readings = rows
      .slice(from, from + SLICE)
      .map(({ row_no, cells }) =>
        read
          ? readingOf(read, row_no, cells, sheet.identifiersAccepted)
          : readExportRow(row_no, cells, sheet.identifiersAccepted),
      );
    await keeping;
    // The database keeps these while the next ones are read.
    keeping = keepReadings(tx, sheet, readings);
    keeping.catch(() => {}); // whoever waits for it is told
    await setImmediate();
  }
  await keeping;
  await tx.import.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { atRow: last.row_no, rowsDone: sheet.rowsDone + rows.length, movedAt: now },
  });
  return rows.length;
}

/**
 * Once all rows are read: of rows with the same key the first counts. A later one that says the same is `sameAs` it,
 * one that differs is refused, and so is one that means a consultation which another row names by its reference.
 */
export async function settleRepeats(
  tx: Tx,
  { workspaceId, id, ofExport }: ClaimedImport,
  now: Date,
): Promise<void> {
  if (ofExport) await tx.$executeRaw`SELECT settle_export(${id}::uuid)`;
  else await tx.$executeRaw`SELECT settle_import_repeats(${id}::uuid)`;
  await tx.import.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { state: "checked", atRow: 0, rowsDone: 0, movedAt: now },
  });
}
