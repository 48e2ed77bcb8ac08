import type { Client } from "pg";
import type { PlainDate } from "@/lib/domain/plain-date";
import { activityRows } from "./activities";
import type { Row } from "./demo-rows";

/** Days after which the demo's people had been told of an answer; newer ones wait to be told. */
const TOLD_WITHIN = 100;

/** Writes the demo's activities, and which answers its people have been told of. In the seeder's transaction. */
export async function seedActivities(
  client: Client,
  today: PlainDate,
  insertRows: (client: Client, table: string, rows: Row[]) => Promise<void>,
): Promise<void> {
  const { rows, topics } = activityRows(today);
  for (const [table, tableRows] of rows) await insertRows(client, table, tableRows);
  await client.query(
    `INSERT INTO activity_topics (workspace_id, activity_id, topic_id)
     SELECT t.workspace_id, n.activity_id, t.id
     FROM jsonb_to_recordset($1::jsonb) AS n (workspace_id uuid, activity_id uuid, key text)
     JOIN topics t ON t.workspace_id = n.workspace_id AND t.key = n.key`,
    [JSON.stringify(topics)],
  );
  await client.query(
    `UPDATE body_responses SET told_people_on = received_on + 14
     WHERE kind IN ('findings', 'decision', 'refusal') AND received_on < $1::date - $2::int`,
    [today, TOLD_WITHIN],
  );
}
