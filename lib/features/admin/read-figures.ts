import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import type { WorkspaceFigures } from "@/lib/domain/workspace-list";

const count = z.coerce.number();
// Strict: should the functions ever answer more than these numbers, nothing is shown at all.
const standings = z.array(
  z.strictObject({
    workspace_id: z.uuid(),
    members: count,
    consultations: count,
    needs_answer: count,
    in_time: count,
    under_way: count,
    acted: count,
    other: count,
    activities: count,
  }),
);
const storage = z.array(z.strictObject({ workspace_id: z.uuid(), entries: count, bytes: count }));

/** The figures of some workspaces at `now`, by id: from the two functions that the system role may ask, nothing else. */
export async function readFigures(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, WorkspaceFigures>> {
  if (ids.length === 0) return new Map();
  const counted = standings.parse(
    await tx.$queryRaw`SELECT * FROM workspace_figures(${[...ids]}::uuid[], ${now})`,
  );
  const kept = storage.parse(await tx.$queryRaw`SELECT * FROM workspace_storage(${[...ids]}::uuid[])`);
  const sizes = new Map(kept.map((row) => [row.workspace_id, row]));
  return new Map(
    counted.map((row) => [
      row.workspace_id,
      {
        members: row.members,
        consultations: row.consultations,
        needsAnswer: row.needs_answer,
        inTime: row.in_time,
        underWay: row.under_way,
        acted: row.acted,
        other: row.other,
        activities: row.activities,
        entries: sizes.get(row.workspace_id)?.entries ?? 0,
        bytes: sizes.get(row.workspace_id)?.bytes ?? 0,
      },
    ]),
  );
}
