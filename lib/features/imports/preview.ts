import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { IMPORT_OUTCOMES, storedProblems } from "@/lib/domain/import/stored";
import type { PreviewStage, RefusedRowView } from "@/lib/domain/import/view";
import { heldRows } from "./held-rows";
import { countOutcomes } from "./write-rows";

const EXAMPLES = 8;
const REFUSED = 50;
const EVERY_ROW = 2_147_483_647;

const refusedRows = z.array(
  z.object({ row: z.number(), problems: storedProblems, file: z.string(), line: z.string() }),
);
const bodyCounts = z.array(z.object({ all: z.coerce.number(), fresh: z.coerce.number() }));
const warned = z.array(
  z.object({ field: z.string(), code: z.string(), count: z.coerce.number(), example: z.string() }),
);
const examples = z.array(
  z.object({
    row: z.number(),
    outcome: z.enum(IMPORT_OUTCOMES),
    reference: z.string().nullable(),
    title: z.string(),
    publicBody: z.string(),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
    answered: z.boolean(),
  }),
);

/** The first refused rows, without their cells; of an export with the place they stand at. */
export async function firstRefused(
  tx: Tx,
  workspaceId: string,
  id: string,
  ofExport: boolean,
): Promise<RefusedRowView[]> {
  const found = refusedRows.parse(
    await tx.$queryRaw`
      SELECT row_no AS row, refusals AS problems, coalesce(cells ->> 0, '') AS file, coalesce(cells ->> 1, '') AS line FROM import_rows
      WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND refusals IS NOT NULL
      ORDER BY row_no LIMIT ${REFUSED}`,
  );
  return found.map(({ row, problems, file, line }) => ({
    row,
    problems,
    ...(ofExport && { place: { file, line: Number(line) } }),
  }));
}

/** What an import that has been read would do to the record as it is now. Writes nothing. */
export async function previewOf(
  tx: Tx,
  workspaceId: string,
  id: string,
  accepted: boolean,
): Promise<PreviewStage> {
  const counts = countOutcomes(
    await tx.$queryRaw`
      SELECT outcome, count(*) AS rows FROM import_outcomes(${id}::uuid, 0, ${EVERY_ROW}::int) GROUP BY outcome`,
  );
  const [bodies] = bodyCounts.parse(
    await tx.$queryRaw`
      SELECT count(*) AS all, count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM public_bodies b WHERE b.workspace_id = ${workspaceId}::uuid AND lower(b.name) = n.name)) AS fresh
      FROM (
        SELECT DISTINCT lower(draft ->> 'publicBody') AS name FROM import_rows
        WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND refusals IS NULL) n`,
  );
  const warnings = warned.parse(
    await tx.$queryRaw`
      SELECT w.field, w.code, count(*) AS count, mode() WITHIN GROUP (ORDER BY w.value) AS example
      FROM import_rows r, jsonb_to_recordset(r.warnings) AS w (field text, code text, value text)
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid AND r.refusals IS NULL
      GROUP BY w.field, w.code ORDER BY w.field, w.code`,
  );
  const shown = examples.parse(
    await tx.$queryRaw`
      WITH first AS (
        SELECT row_no, reference, draft, response FROM import_rows
        WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND refusals IS NULL AND draft IS NOT NULL
        ORDER BY row_no LIMIT ${EXAMPLES})
      SELECT f.row_no AS row, o.outcome, f.reference, f.draft ->> 'title' AS title, f.draft ->> 'publicBody' AS "publicBody",
        f.draft ->> 'startsOn' AS "startsOn", f.draft ->> 'endsOn' AS "endsOn", f.response IS NOT NULL AS answered
      FROM first f
      JOIN import_outcomes(${id}::uuid, 0, (SELECT max(row_no) FROM first)) o ON o.row_no = f.row_no
      ORDER BY f.row_no`,
  );
  return {
    stage: "preview",
    counts,
    bodies: bodies ?? { all: 0, fresh: 0 },
    warnings,
    examples: shown,
    refused: counts.refused > 0 ? await firstRefused(tx, workspaceId, id, false) : [],
    held: counts.refused > 0 ? (await heldRows(tx, workspaceId, id)).rows : 0,
    accepted,
  };
}
