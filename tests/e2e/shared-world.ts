import { createHash, randomBytes } from "node:crypto";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { asOwner } from "./world";

type Keys = {
  /** Whose address it is released to; without one it is a link. */
  email?: string;
  workspace?: string;
  /** What opens a link beside its token, as the page's cookie carries it. */
  proof?: string;
};

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Puts a view into the database as if it had been released: for what the pages make of one. Answers its id and token. */
export async function putView(
  snapshot: Snapshot,
  { email, workspace = "riverside-refugee-forum", proof }: Keys = {},
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const id = crypto.randomUUID();
  const keys = email
    ? [null, null, null]
    : [sha256(`share ${token}`), proof && "salt", proof && sha256(proof)];
  await asOwner(async (client) => {
    await client.query(
      `INSERT INTO shares (workspace_id, id, audience, officer_email, sections, expires_on, wants_passphrase, token_hash,
         passphrase_salt, passphrase_hash, released_at)
       SELECT id, $2, $3::share_audience, $4, $5, current_date + 90, $8::text IS NOT NULL, $6, $7, $8, now()
       FROM workspaces WHERE slug = $1`,
      [workspace, id, email ? "officer" : "link", email ?? null, snapshot.scope.sections, ...keys],
    );
    await client.query(
      `INSERT INTO share_snapshots (workspace_id, share_id, snapshot, withheld, released_at)
       SELECT workspace_id, id, $2, '[]', now() FROM shares WHERE id = $1`,
      [id, JSON.stringify(snapshot)],
    );
  });
  return { id, token };
}
