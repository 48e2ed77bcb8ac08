import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";

export type RemovableKind =
  | "consultation"
  | "follow_up"
  | "response"
  | "extension"
  | "activity"
  | "attachment";

const answer = z.tuple([z.object({ trash_id: z.uuid().nullable() })]);

/** Moves a record, whole, to the trash. The trash id undoes it; null when this workspace has no such record. */
export async function moveToTrash(tx: Tx, kind: RemovableKind, id: string): Promise<string | null> {
  const [row] = answer.parse(await tx.$queryRaw`SELECT move_to_trash(${kind}, ${id}::uuid) AS trash_id`);
  return row.trash_id;
}
