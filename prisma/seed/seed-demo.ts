import { Client } from "pg";
import type { PlainDate } from "@/lib/domain/plain-date";
import { demoRows, type Row } from "./demo-rows";
import { seedActivities } from "./seed-activities";
import { seedShares } from "./seed-shares";

// Any number will do, as long as nothing else locks on it.
const SEEDING = 7_300_202;

/**
 * Writes the two demo organisations with two years of records around `today`, in one transaction, as the owner.
 * Does nothing when there is any workspace already. Reference data comes first (seedReference).
 * Answers whether anything was written.
 */
export async function seedDemo(ownerUrl: string, today: PlainDate): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [SEEDING]);
    const { rowCount } = await client.query("SELECT FROM workspaces LIMIT 1");
    if (rowCount) return false;
    const { rows, topics } = demoRows(today);
    for (const [table, tableRows] of rows) await insertRows(client, table, tableRows);
    // Topics come with the workspace, each under its own id.
    await client.query(
      `INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
       SELECT t.workspace_id, n.consultation_id, t.id
       FROM jsonb_to_recordset($1::jsonb) AS n (workspace_id uuid, consultation_id uuid, key text)
       JOIN topics t ON t.workspace_id = n.workspace_id AND t.key = n.key`,
      [JSON.stringify(topics)],
    );
    await seedActivities(client, today, insertRows);
    await seedShares(client, today, insertRows);
    // As if members had made these records: the day of the last change is otherwise kept by a trigger.
    await client.query(
      `UPDATE workspaces w SET last_active_on = (SELECT max(c.updated_at)::date FROM consultations c WHERE c.workspace_id = w.id)`,
    );
    await client.query("COMMIT");
    return true;
  } finally {
    await client.end(); // takes an unfinished transaction back
  }
}

async function insertRows(client: Client, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => client.escapeIdentifier(column))
    .join(", ");
  const name = client.escapeIdentifier(table);
  await client.query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
