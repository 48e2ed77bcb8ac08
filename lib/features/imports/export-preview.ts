import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { BROUGHT_IN } from "@/lib/domain/export/files";
import { IMPORT_OUTCOMES, type ImportCounts } from "@/lib/domain/import/stored";
import type { ExportStage } from "@/lib/domain/import/view";
import { comingSettings } from "./export-settings";
import { heldRows } from "./held-rows";
import { firstRefused } from "./preview";

const EVERY_ROW = 2_147_483_647;
const tallied = z.array(
  z.object({ file: z.enum(BROUGHT_IN), outcome: z.enum(IMPORT_OUTCOMES), rows: z.coerce.number() }),
);

type Stored = { id: string; identifiersAccepted: boolean; settings: unknown };

const none = (): ImportCounts => ({ created: 0, changed: 0, unchanged: 0, refused: 0 });

/** What an export that has been read would do to the record as it is now, file by file. Writes nothing. */
export async function exportPreviewOf(
  tx: Tx,
  member: Member,
  { id, identifiersAccepted: accepted, settings }: Stored,
): Promise<ExportStage> {
  const workspaceId = member.workspace.id;
  const found = tallied.parse(
    await tx.$queryRaw`
      SELECT r.cells ->> 0 AS file, o.outcome, count(*) AS rows
      FROM export_outcomes(${id}::uuid, 0, ${EVERY_ROW}::int) o
      JOIN import_rows r ON r.workspace_id = ${workspaceId}::uuid AND r.import_id = ${id}::uuid AND r.row_no = o.row_no
      GROUP BY 1, 2`,
  );
  const counts = none();
  const byFile = new Map(BROUGHT_IN.map((file) => [file, none()]));
  for (const { file, outcome, rows } of found) {
    counts[outcome] += rows;
    const own = byFile.get(file);
    if (own) own[outcome] += rows;
  }
  return {
    stage: "export",
    counts,
    files: [...byFile]
      .filter(([, own]) => Object.values(own).some((rows) => rows > 0))
      .map(([file, own]) => ({ file, counts: own })),
    refused: counts.refused > 0 ? await firstRefused(tx, workspaceId, id, true) : [],
    settings: await comingSettings(tx, member, settings),
    held: counts.refused > 0 ? (await heldRows(tx, workspaceId, id)).rows : 0,
    accepted,
  };
}
