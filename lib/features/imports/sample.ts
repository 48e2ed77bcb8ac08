import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";

const found = z.array(z.object({ cells: z.array(z.string()) }));

/** Rows enough to know columns by what stands in them. */
const SAMPLE = 50;

/** The cells of the first rows of a staged sheet. */
export async function firstCells(tx: Tx, workspaceId: string, id: string): Promise<string[][]> {
  const rows = await tx.importRow.findMany({
    where: { workspaceId, importId: id },
    orderBy: { rowNo: "asc" },
    take: SAMPLE,
    select: { cells: true },
  });
  return found.parse(rows).map(({ cells }) => cells);
}
