import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { storedProblems } from "@/lib/domain/import/stored";
import { done, failed } from "@/lib/domain/result";
import { sheetHeaders } from "./stored-import";

const schema = z.strictObject({
  id: recordId,
  /** Rows after this one. */
  after: z.number().int().nonnegative(),
  most: z.number().int().min(1).max(500).default(500),
});
const found = z.array(z.object({ row: z.number(), cells: z.array(z.string()), problems: storedProblems }));

/** Rows of an import that were, or would be, refused: their cells as they came in, and what is wrong. In the sheet's order. */
export const findRefused = defineUseCase(
  { permission: "import:write", audit: "none", schema },
  async ({ tx, member }, { id, after, most }) => {
    const workspaceId = member.workspace.id;
    const sheet = await tx.import.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { fileName: true, headers: true, state: true },
    });
    if (!sheet || sheet.state === "reading") return failed("not_found");
    const rows = found.parse(
      await tx.$queryRaw`
        SELECT row_no AS row, cells, refusals AS problems FROM import_rows
        WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${id}::uuid AND row_no > ${after} AND refusals IS NOT NULL
        ORDER BY row_no LIMIT ${most}`,
    );
    return done({ fileName: sheet.fileName, headers: sheetHeaders(sheet.headers), rows });
  },
);
