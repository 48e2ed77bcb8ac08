import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { COMMAND_DAYS } from "@/lib/domain/api-token";
import type { Role } from "@/lib/domain/permissions";

/**
 * Makes a token from the command line, as the owner of the database: no role of the server may make one for an
 * organisation it has not been let into. The token stands for the organisation's first owner; the trail says that no
 * member made it.
 */
export async function makeTokenAsOwner(
  ownerUrl: string,
  slug: string,
  role: Role,
): Promise<{ token: string } | { problem: "no_workspace" | "no_owner" }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const workspaces = await client.query<{ id: string; owner: string | null }>(
      `SELECT w.id, (SELECT m.user_id FROM memberships m WHERE m.workspace_id = w.id AND m.role = 'owner' ORDER BY m.created_at, m.user_id LIMIT 1) AS owner
       FROM workspaces w WHERE w.slug = $1 AND w.state IN ('invited', 'active')`,
      [slug],
    );
    const [found] = workspaces.rows;
    if (!found) return { problem: "no_workspace" };
    if (!found.owner) return { problem: "no_owner" };
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest("hex");
    await client.query(
      `WITH made AS (
         INSERT INTO api_tokens (workspace_id, id, name, role, token_hash, created_by, expires_at)
         VALUES ($1, gen_random_uuid(), 'npm run token', $2, $3, $4, now() + make_interval(days => $5::int)) RETURNING workspace_id, id)
       INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
       SELECT workspace_id, gen_random_uuid(), NULL, 'token.made', id, jsonb_build_object('role', $2::text, 'days', $5::int) FROM made`,
      [found.id, role, hash, found.owner, COMMAND_DAYS],
    );
    return { token };
  } finally {
    await client.end();
  }
}
