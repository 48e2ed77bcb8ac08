import pg from "pg";

/**
 * Which of some stored files no record and no trash names, by their ids: asked as the owner, after a restore. A fresh
 * one may be of an upload that is about to write its row; it stays for now.
 */
export async function findUnneededFiles(
  ownerUrl: string,
  files: readonly { workspaceId: string; fileId: string }[],
  fresh: readonly boolean[],
): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "SELECT f AS id FROM files_to_sweep($1::uuid[], $2::uuid[], $3::boolean[]) f",
      [files.map(({ workspaceId }) => workspaceId), files.map(({ fileId }) => fileId), fresh],
    );
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}
