import { randomUUID } from "node:crypto";
import type pg from "pg";
import { hashShareToken, newShareToken } from "@/lib/access/share-keys";

type Wanted = {
  /** An officer's address; a link without one. */
  email?: string | undefined;
  expiresOn?: string;
  stopped?: boolean;
  released?: boolean;
  /** What its snapshot says. */
  snapshot?: object;
};

/** A view of an organisation, as the owner of the database plants it. Answers its id and, of a link, its token. */
export async function aShare(db: pg.Client, workspaceId: string, wanted: Wanted = {}) {
  const { email, expiresOn = "2100-12-31", stopped = false, released = true, snapshot = {} } = wanted;
  const id = randomUUID();
  const token = newShareToken();
  await db.query(
    `INSERT INTO shares (workspace_id, id, audience, officer_email, sections, expires_on, released_at, stopped_at, token_hash)
     VALUES ($1, $2, CASE WHEN $3::text IS NULL THEN 'link' ELSE 'officer' END::share_audience, $3, '{promises}', $4,
       CASE WHEN $5 THEN now() END, CASE WHEN $6 THEN now() END, $7)`,
    [
      workspaceId,
      id,
      email ?? null,
      expiresOn,
      released,
      stopped,
      released && !email ? hashShareToken(token) : null,
    ],
  );
  if (released)
    await db.query(
      "INSERT INTO share_snapshots (workspace_id, share_id, snapshot, withheld, released_at) VALUES ($1, $2, $3, '[]', now())",
      [workspaceId, id, JSON.stringify(snapshot)],
    );
  return { id, token };
}
