import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { PlainDate } from "@/lib/domain/plain-date";

const rows = z.array(z.object({ id: z.uuid(), title: z.string(), body: z.string(), startsOn: z.string() }));

export type Repeat = { id: string; title: string; body: string; startsOn: PlainDate };

/**
 * What one may do again: the last consultation of each body and kind that took place by `today`, this person's own
 * before those of others, latest first. One statement.
 */
export async function findRepeats(tx: Tx, member: Member, today: PlainDate, most: number): Promise<Repeat[]> {
  return rows.parse(
    await tx.$queryRaw`
      SELECT id, title, body, starts_on::text AS "startsOn" FROM (
        SELECT DISTINCT ON (c.public_body_id, c.kind) c.id, c.title, b.name AS body, c.starts_on, c.created_at,
          c.created_by IS NOT DISTINCT FROM ${member.userId}::uuid AS own
        FROM consultations c
        JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
        WHERE c.cancelled_on IS NULL AND c.starts_on BETWEEN ${today}::date - 92 AND ${today}::date AND c.import_key IS NULL
        ORDER BY c.public_body_id, c.kind, c.starts_on DESC, c.created_at DESC
      ) last
      ORDER BY own DESC, starts_on DESC, created_at DESC LIMIT ${most}`,
  );
}

/** The names of the bodies that asked this workspace, the most recent first, then those that have not asked yet. */
export async function findAskers(tx: Tx, member: Member, most: number): Promise<string[]> {
  const found = z.array(z.object({ name: z.string() })).parse(
    await tx.$queryRaw`
      SELECT b.name FROM public_bodies b
      LEFT JOIN consultations c ON c.workspace_id = b.workspace_id AND c.public_body_id = b.id
      WHERE b.workspace_id = ${member.workspace.id}::uuid
      GROUP BY b.id, b.name
      ORDER BY max(c.created_at) DESC NULLS LAST, lower(b.name) LIMIT ${most}`,
  );
  return found.map(({ name }) => name);
}
