import { randomBytes } from "node:crypto";
import type pg from "pg";
import { NEVER } from "@/lib/domain/release/allow-list";
import { asOwner } from "./world";

// An organisation whose every column that must never leave holds a canary: a word found nowhere else. Whatever is
// released of it is searched for them.

/** Exact numbers that no view may hold, as they would be written; hours are people × minutes ÷ 60. */
export const EXACT = ["1237", "1,237", "1,257", "1257", "2341", "2,341", "913.25", "4321.99", "4,321.99"];
/** Text columns that decide how the product works for the workspace rather than what it says. */
const WORKS = new Set([
  "slug",
  "directory_id",
  "country",
  "region",
  "time_zone",
  "locale",
  "name",
  "contact_email",
]);

export type CanaryWorkspace = { id: string; slug: string; ownerEmail: string; canaries: string[] };

const word = () => `canary${randomBytes(6).toString("hex")}`;

/** Makes it: consultations past, future and on a sensitive topic, with all that can hang on them. */
export async function makeCanaryWorkspace(): Promise<CanaryWorkspace> {
  return asOwner(async (client) => {
    const canaries: string[] = [];
    const canary = () => {
      const fresh = word();
      canaries.push(fresh);
      return fresh;
    };
    const one = async (sql: string, ...given: unknown[]): Promise<string> =>
      (await client.query(sql, given)).rows[0]?.id;
    const slug = `canary-${randomBytes(4).toString("hex")}`;
    const ownerEmail = `${slug}@example.org`;
    const w = await one(
      "INSERT INTO workspaces (id, slug, name) VALUES (gen_random_uuid(), $1, 'Lark Street Forum') RETURNING id",
      slug,
    );
    const owner = await one(
      "INSERT INTO users (id, email, name) VALUES (gen_random_uuid(), $1, $2) RETURNING id",
      ownerEmail,
      canary(),
    );
    await client.query("INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'owner')", [
      w,
      owner,
    ]);
    const body = await one(
      "INSERT INTO public_bodies (workspace_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'Lark Valley Council', 'council') RETURNING id",
      w,
    );
    const topic = await one("SELECT id FROM topics WHERE workspace_id = $1 AND key = 'housing'", w);
    const safety = await one("SELECT id FROM topics WHERE workspace_id = $1 AND key = 'safety'", w);

    const consultation = (title: string, starts: string, about: string) =>
      one(
        `WITH c AS (INSERT INTO consultations (workspace_id, id, title, public_body_id, kind, starts_on, ends_on, asked_on,
           participants, minutes_each, staff_hours, payment_received, source_url, created_by)
         VALUES ($1, gen_random_uuid(), $2, $3, 'survey', $4::date, $4::date + 3, $4::date - 10, 1237, 61, 913.25, 4321.99, $5, $6) RETURNING id),
         t AS (INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id) SELECT $1, id, $7 FROM c)
         SELECT id FROM c`,
        ...[w, title, body, starts, `https://drive.google.com/drive/${canary()}`, owner, about],
      );
    const past = await consultation("Repairs in Lark Street", "2026-02-10", topic);
    // Withheld whole: it may show who somebody is.
    await consultation(`${canary()} call 07700 900123 about it`, "2026-03-10", topic);
    const sensitive = await consultation("Feeling safe on Lark Street", "2026-04-13", safety);
    // Still to come: none of it leaves.
    await consultation(`Next autumn ${canary()}`, "2190-05-17", topic);

    const promise = (owns: string, title: string, of: string) =>
      one(
        `INSERT INTO follow_ups (workspace_id, id, consultation_id, owner, title, promised_words, made_by_role, made_on, due_on)
         VALUES ($1, gen_random_uuid(), $2, $3::follow_up_owner, $4, 'We will mend the roofs by June.', $5, '2026-03-01', '2026-06-01') RETURNING id`,
        ...[w, of, owns, title, `${canary()} Smith`],
      );
    const promised = await promise("body", "Roofs mended", past);
    await promise("body", "Lights on the path", sensitive);
    // Our own plans are ours.
    await promise("us", `Ring round ${canary()}`, past);
    await client.query(
      "INSERT INTO date_moves (workspace_id, id, follow_up_id, from_on, to_on, reason, moved_on) VALUES ($1, gen_random_uuid(), $2, '2026-05-01', '2026-06-01', 'Late delivery', '2026-04-01')",
      [w, promised],
    );
    await client.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on, summary) VALUES ($1, gen_random_uuid(), $2, 'update', '2026-03-01', $3)",
      [w, past, `${canary()} write to someone.private@gmail.com`],
    );
    await client.query(
      "INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on, reason, agreed_by) VALUES ($1, gen_random_uuid(), $2, '2026-07-01', '2026-04-01', 'Elections', $3)",
      [w, past, `${canary()} Jones`],
    );
    const activity = await one(
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on, ends_on, public_body_id) VALUES ($1, gen_random_uuid(), 'Open day on Lark Street', 'welcome', '2026-05-04', '2026-05-04', $2) RETURNING id",
      w,
      body,
    );
    await client.query(
      `INSERT INTO activities (workspace_id, id, title, kind, starts_on) VALUES ($1, gen_random_uuid(), $2, 'drop_in', '2190-05-17')`,
      [w, `Drop-in ${canary()}`],
    );
    await client.query(
      "INSERT INTO activity_groups (workspace_id, activity_id, \"group\", people) VALUES ($1, $2, 'members', 2341), ($1, $2, 'families', 7)",
      [w, activity],
    );
    await client.query(
      "INSERT INTO activity_officials (workspace_id, activity_id, position, role) VALUES ($1, $2, 1, $3)",
      [w, activity, `${canary()} Miller`],
    );
    await client.query("INSERT INTO drafts (workspace_id, user_id, form, payload) VALUES ($1, $2, 'x', $3)", [
      w,
      owner,
      JSON.stringify({ typed: canary() }),
    ]);
    await client.query(
      "INSERT INTO trash (workspace_id, id, kind, subject_id, payload) VALUES ($1, gen_random_uuid(), 'consultation', gen_random_uuid(), $2)",
      [w, JSON.stringify({ title: canary() })],
    );
    await client.query(
      "INSERT INTO imports (workspace_id, id, file_name, state, created_by) VALUES ($1, gen_random_uuid(), $2, 'failed', $3)",
      [w, canary(), owner],
    );
    await plant(client, w, canary);
    return { id: w, slug, ownerEmail, canaries };
  });
}

/** A canary in every text column that never leaves, whatever columns there are. Keys stay apart from each other. */
async function plant(client: pg.Client, workspace: string, canary: () => string): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; plain: boolean }>(
    `SELECT table_name AS table, column_name AS column, data_type = 'text' AS plain FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')`,
  );
  for (const { table, column } of rows) {
    const listed = Object.entries(NEVER).find(([name]) => name === table)?.[1];
    if (!listed || !(column in listed) || WORKS.has(column)) continue;
    const id = table === "workspaces" ? "id" : "workspace_id";
    await client.query(
      `UPDATE ${client.escapeIdentifier(table)} SET ${client.escapeIdentifier(column)} = $2 || substr(md5(ctid::text), 1, 6) WHERE ${id} = $1`,
      [workspace, canary()],
    );
  }
}
