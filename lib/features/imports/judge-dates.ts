import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { type DateOrderFinding, detectDateOrder } from "@/lib/domain/import/date-order";
import { DATE_FIELDS } from "@/lib/domain/import/fields";
import { headersOf, type ImportMapping } from "@/lib/domain/import/mapping";

const found = z.array(z.object({ cell: z.string() }));

type Sheet = { workspaceId: string; id: string; headers: readonly string[]; fromWorkbook: boolean };

/**
 * What all mapped dates of a staged sheet say about their order: one `25/03/2026` on row 9,000 settles what the
 * first hundred rows leave open. `first` is the first cell in alphabetical order, to show how it will be read.
 */
export async function judgeDates(
  tx: Tx,
  sheet: Sheet,
  mapping: ImportMapping,
): Promise<{ finding: DateOrderFinding; first: string | null }> {
  const names = new Set(DATE_FIELDS.flatMap((field) => headersOf(mapping, field)));
  const columns = sheet.headers.flatMap((name, column) => (names.has(name) ? [column] : []));
  if (columns.length === 0) return { finding: { kind: "empty" }, first: null };
  const rows = found.parse(
    await tx.$queryRaw`
      SELECT DISTINCT left(btrim(r.cells ->> c.at), 100) AS cell
      FROM import_rows r, unnest(${columns}::int[]) AS c (at)
      WHERE r.workspace_id = ${sheet.workspaceId}::uuid AND r.import_id = ${sheet.id}::uuid AND btrim(r.cells ->> c.at) <> ''
      ORDER BY 1`,
  );
  const finding = detectDateOrder(
    rows.map(({ cell }) => cell),
    { serials: sheet.fromWorkbook },
  );
  return { finding, first: rows[0]?.cell ?? null };
}
