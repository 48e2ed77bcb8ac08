import { createHash, randomBytes } from "node:crypto";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { asOwner } from "./world";

type Keys = {
  /** Whose address it is released to; without one it is a link. */
  email?: string;
  workspace?: string;
};

/** Puts a view into the database as if it had been released: for what the pages make of one. Answers its id and token. */
export async function putView(
  snapshot: Snapshot,
  { email, workspace = "riverside-refugee-forum" }: Keys = {},
) {
  const token = randomBytes(32).toString("base64url");
  const id = crypto.randomUUID();
  await asOwner(async (client) => {
    await client.query(
      `INSERT INTO shares (workspace_id, id, audience, officer_email, sections, expires_on, token_hash, released_at)
       SELECT id, $2, $3::share_audience, $4, $5, current_date + 90, $6, now() FROM workspaces WHERE slug = $1`,
      [
        workspace,
        id,
        email ? "officer" : "link",
        email ?? null,
        snapshot.scope.sections,
        email ? null : createHash("sha256").update(`share ${token}`).digest("hex"),
      ],
    );
    await client.query(
      `INSERT INTO share_snapshots (workspace_id, share_id, snapshot, withheld, released_at)
       SELECT workspace_id, id, $2, '[]', now() FROM shares WHERE id = $1`,
      [id, JSON.stringify(snapshot)],
    );
  });
  return { id, token };
}
