import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";

const counted = z.tuple([z.object({ rows: z.coerce.number() })]);
const found = z.array(z.object({ field: z.string(), kinds: z.array(z.string()) }));

/** Rows held back because they may show who a person is: how many, and the kinds found in each field. */
export async function heldRows(tx: Tx, workspaceId: string, id: string) {
  const [{ rows }] = counted.parse(
    await tx.$queryRaw`
      SELECT count(*) AS rows FROM import_rows
      WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND refusals @> '[{"code": "personal_identifier"}]'`,
  );
  const fields = found.parse(
    await tx.$queryRaw`
      SELECT p.field, array_agg(DISTINCT p.kind ORDER BY p.kind) AS kinds
      FROM import_rows r, jsonb_to_recordset(r.refusals) AS p (field text, code text, kind text)
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid AND r.refusals IS NOT NULL AND p.code = 'personal_identifier'
      GROUP BY p.field ORDER BY p.field`,
  );
  return { rows, fields };
}
