import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Key } from "@/lib/db/doors";
import type { ImportView } from "@/lib/domain/import/view";
import { getImport } from "@/lib/features/imports/get-import";
import type { Upload } from "@/lib/features/imports/stage-upload";
import { testDatabase } from "@/tests/setup/database";

/** The clock of the tests of imports. */
export const NOW = new Date("2025-01-24T12:00:00Z");
export const clock = () => NOW;

type Role = "owner" | "editor" | "viewer";
export type JobKey = Extract<Key, { kind: "job" }>;

/** A workspace of England with one member; the key is that member's. */
export async function workspaceOf(owner: pg.Client, role: Role = "owner"): Promise<JobKey> {
  const workspaceId = randomUUID();
  await owner.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'Imports')", [
    workspaceId,
    `i-${workspaceId}`,
  ]);
  return { kind: "job", workspaceId, userId: await memberOf(owner, workspaceId, role) };
}

export async function memberOf(owner: pg.Client, workspaceId: string, role: Role): Promise<string> {
  const userId = randomUUID();
  await owner.query("INSERT INTO users (id, email) VALUES ($1, $2)", [userId, `${userId}@example.org`]);
  await owner.query("INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, $3)", [
    workspaceId,
    userId,
    role,
  ]);
  return userId;
}

/** A connected client of the owner, who sees every workspace. */
export async function ownerClient(): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
  return owner;
}

export function upload(text: string | Uint8Array, fileName = "list.csv"): Upload {
  async function* bytes() {
    yield typeof text === "string" ? Buffer.from(text) : text;
  }
  return { fileName, bytes: bytes() };
}

/** An import at the stage it has got to. */
export async function viewOf(key: Key, id: string): Promise<ImportView> {
  const shown = await getImport.run(key, { id }, NOW);
  if (!shown.ok) throw new Error(shown.code);
  return shown.value.value;
}

export function expectDone<T>(
  result: { ok: true; value: T } | { ok: false; code: string; errors: unknown },
): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.errors)}`);
  return result.value;
}

/** Everything in a workspace's record that an import may touch, without ids and times; equal records give equal text. */
export async function recordOf(owner: pg.Client, workspaceId: string): Promise<string> {
  const { rows } = await owner.query(
    `SELECT c.reference, c.import_key, c.title, b.name AS body, c.kind, c.participation_level, c.voice, c.purpose, c.asked_on::text, c.starts_on::text,
       c.ends_on::text, c.answer_promised_on::text, c.cancelled_on::text, c.participants, c.sessions, c.minutes_each, c.staff_hours, c.payment_received,
       c.source_url, c.explanation_accepted_on::text, c.notes, c.answer_due_on::text, c.version,
       (SELECT coalesce(jsonb_agg(t.name ORDER BY lower(t.name)), '[]') FROM consultation_topics ct JOIN topics t ON t.workspace_id = ct.workspace_id AND t.id = ct.topic_id
        WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id) AS topics,
       (SELECT coalesce(jsonb_agg(o.name ORDER BY lower(o.name)), '[]') FROM consultation_other_bodies co JOIN public_bodies o ON o.workspace_id = co.workspace_id AND o.id = co.public_body_id
        WHERE co.workspace_id = c.workspace_id AND co.consultation_id = c.id) AS others,
       (SELECT coalesce(jsonb_agg(jsonb_build_array(r.kind, r.received_on, r.source_url, r.summary) ORDER BY r.kind), '[]') FROM body_responses r
        WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id) AS answers
     FROM consultations c JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
     WHERE c.workspace_id = $1 ORDER BY c.reference NULLS LAST, c.import_key`,
    [workspaceId],
  );
  return JSON.stringify(rows);
}
