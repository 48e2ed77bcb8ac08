import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";

const schema = z.strictObject({
  id: recordId,
  rows: z.array(z.object({ number: z.number().int().positive(), cells: z.array(z.string()).readonly() })),
});

/** Adds a batch of rows to an import whose file is still coming in. */
export const stageRows = defineUseCase(
  {
    permission: "import:write",
    audit: [],
    schema,
    timeoutMs: 30_000,
    unchecked: "Cells are staged as they came; each row is checked when it is read",
  },
  async ({ tx, member, nothingChanged }, { id, rows }) => {
    const workspaceId = member.workspace.id;
    const open = await tx.import.count({ where: { workspaceId, id, state: "reading" } });
    if (open === 0) return failed("not_found");
    const staged = JSON.stringify(rows.map(({ number, cells }) => ({ row_no: number, cells })));
    await tx.$executeRaw`
      INSERT INTO import_rows (workspace_id, import_id, row_no, cells)
      SELECT ${workspaceId}::uuid, ${id}::uuid, x.row_no, x.cells FROM jsonb_to_recordset(${staged}::jsonb) AS x (row_no int, cells jsonb)`;
    nothingChanged();
    return done({ rows: rows.length });
  },
);
