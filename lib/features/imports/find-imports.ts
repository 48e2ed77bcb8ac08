import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { ImportSummary } from "@/lib/domain/import/view";
import { todayIn } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";
import { countsOf } from "./stored-import";

const SHOWN = 50;

/** The newest imports of the workspace, without those whose file is still coming in. */
export const findImports = defineUseCase(
  { permission: "import:write", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    const { id: workspaceId, timeZone } = member.workspace;
    const rows = await tx.import.findMany({
      where: { workspaceId, state: { not: "reading" } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: SHOWN,
    });
    const imports = rows.map(
      (row): ImportSummary => ({
        id: row.id,
        fileName: row.fileName,
        state: row.state,
        rows: row.rows,
        counts: countsOf(row),
        uploadedOn: todayIn(timeZone, row.createdAt),
      }),
    );
    return done({ imports });
  },
);
