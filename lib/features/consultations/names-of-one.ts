import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** The names a consultation is given with: tidy ones. */
export type NamesOfOne = {
  publicBody: string;
  topics: readonly string[];
  otherBodies: readonly string[];
};

/**
 * The ids of these names, as one row of a statement: workspace_id, public_body, topics and other_bodies, in the order
 * given. Null where a name is not known. Upper and lower case are the same.
 */
export function idsOfNames(workspaceId: string, { publicBody, topics, otherBodies }: NamesOfOne): Sql {
  return sql`
    SELECT w.id AS workspace_id,
      (SELECT b.id FROM public_bodies b WHERE b.workspace_id = w.id AND lower(b.name) = lower(${publicBody})) AS public_body,
      ARRAY(SELECT t.id FROM unnest(${topics}::text[]) WITH ORDINALITY AS n (name, no)
        LEFT JOIN topics t ON t.workspace_id = w.id AND lower(t.name) = lower(n.name) ORDER BY n.no) AS topics,
      ARRAY(SELECT b.id FROM unnest(${otherBodies}::text[]) WITH ORDINALITY AS n (name, no)
        LEFT JOIN public_bodies b ON b.workspace_id = w.id AND lower(b.name) = lower(n.name) ORDER BY n.no) AS other_bodies
    FROM (SELECT ${workspaceId}::uuid AS id) w`;
}
