// Runs what the product was seen to run, with the tenant set by hand: no session, no membership, no checks.

/**
 * @param pool of pg, signed in as the tenant's role, so that row security holds here too
 * @param replaced values to put in place of recorded ones: what may be written only once
 * @param prepared whether the statements stay prepared, as the product's do
 * @returns the rows of each statement
 */
export async function runStatements(
  pool,
  { workspaceId, statements },
  replaced = new Map(),
  prepared = false,
) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.workspace_id', $1, true)", [workspaceId]);
    const results = [];
    for (const { text, values, name } of statements) {
      const used = values.map((value) => replaced.get(value) ?? value);
      results.push((await client.query({ text, values: used, ...(prepared && { name }) })).rows);
    }
    await client.query("COMMIT");
    client.release();
    return results;
  } catch (error) {
    client.release(error);
    throw error;
  }
}
