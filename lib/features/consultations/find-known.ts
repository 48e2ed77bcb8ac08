import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";

const id = z.uuid().nullable();
const known = z.object({
  /** The consultation that has this reference. */
  reference: id,
  /** Whether there is one of this id. */
  there: z.boolean(),
  publicBody: id,
  topics: z.array(id),
  otherBodies: z.array(id),
});
/** What a workspace knows of what is about to be logged. Ids, of names in the order given; null: not known. */
export type Known = z.output<typeof known>;

type Asked = {
  /** null: none was given. */
  id: string | null;
  reference: string | null;
  publicBody: string;
  topics: readonly string[];
  otherBodies: readonly string[];
};

/** Looks for everything that may be there already, by tidy names. Upper and lower case are the same. One statement. */
export async function findKnown(tx: Tx, workspaceId: string, asked: Asked): Promise<Known> {
  const [found] = z.tuple([known]).parse(
    await tx.$queryRaw`
      SELECT
        (SELECT c.id FROM consultations c WHERE c.workspace_id = w.id AND c.reference = ${asked.reference}) AS reference,
        EXISTS (SELECT FROM consultations c WHERE c.workspace_id = w.id AND c.id = ${asked.id}::uuid) AS there,
        (SELECT b.id FROM public_bodies b WHERE b.workspace_id = w.id AND lower(b.name) = lower(${asked.publicBody})) AS "publicBody",
        ARRAY(SELECT t.id FROM unnest(${asked.topics}::text[]) WITH ORDINALITY AS n (name, no)
          LEFT JOIN topics t ON t.workspace_id = w.id AND lower(t.name) = lower(n.name) ORDER BY n.no) AS topics,
        ARRAY(SELECT b.id FROM unnest(${asked.otherBodies}::text[]) WITH ORDINALITY AS n (name, no)
          LEFT JOIN public_bodies b ON b.workspace_id = w.id AND lower(b.name) = lower(n.name) ORDER BY n.no) AS "otherBodies"
      FROM (SELECT ${workspaceId}::uuid AS id) w`,
  );
  return found;
}
