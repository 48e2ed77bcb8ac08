import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { idsOfNames, type NamesOfOne } from "./names-of-one";

const id = z.uuid().nullable();
const known = z.object({
  /** The consultation that has this reference. */
  reference: id,
  /** Whether there is one of this id. */
  there: z.boolean(),
  publicBody: id,
  /** In the order given. */
  topics: z.array(id),
  otherBodies: z.array(id),
});
/** What a workspace knows of what is to be logged: ids, and null for what it does not know. */
export type Known = z.output<typeof known>;

type Asked = NamesOfOne & { id: string; reference: string | null };

/** Looks for everything that may be there already. One statement. */
export async function findKnown(tx: Tx, workspaceId: string, asked: Asked): Promise<Known> {
  const [found] = z.tuple([known]).parse(
    await tx.$queryRaw`
      SELECT n.public_body AS "publicBody", n.topics, n.other_bodies AS "otherBodies",
        (SELECT c.id FROM consultations c WHERE c.workspace_id = n.workspace_id AND c.reference = ${asked.reference}) AS reference,
        EXISTS (SELECT FROM consultations c WHERE c.workspace_id = n.workspace_id AND c.id = ${asked.id}::uuid) AS there
      FROM (${idsOfNames(workspaceId, asked)}) n`,
  );
  return found;
}
