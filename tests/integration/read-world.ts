import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Key } from "@/lib/db/doors";

type SessionKey = Extract<Key, { kind: "session" }>;

export type World = {
  workspaceId: string;
  slug: string;
  key: (role: "owner" | "editor" | "viewer") => SessionKey;
};

/** A workspace with an owner, an editor and a viewer who are signed in. */
export async function newWorld(owner: pg.ClientBase): Promise<World> {
  const workspaceId = randomUUID();
  const slug = `w-${workspaceId}`;
  await owner.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'Riverside Refugee Forum')", [
    workspaceId,
    slug,
  ]);
  const hashes = new Map<string, string>();
  for (const role of ["owner", "editor", "viewer"]) {
    const user = randomUUID();
    const hash = createHash("sha256").update(user).digest("hex");
    await owner.query("INSERT INTO users (id, email, name) VALUES ($1, $2, $3)", [
      user,
      `${user}@example.org`,
      `The ${role}`,
    ]);
    await owner.query(
      "INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, $3::member_role)",
      [workspaceId, user, role],
    );
    await owner.query(
      "INSERT INTO sessions (id, session_token_hash, user_id, expires) VALUES ($1, $2, $3, now() + interval '30 days')",
      [randomUUID(), hash, user],
    );
    hashes.set(role, hash);
  }
  return {
    workspaceId,
    slug,
    key: (role) => ({ kind: "session", sessionHash: hashes.get(role) ?? "", slug }),
  };
}

type Written = {
  title?: string;
  reference?: string | null;
  body?: string;
  topics?: string[];
  kind?: string | null;
  startsOn?: string;
  endsOn?: string | null;
  participants?: number | null;
  minutesEach?: number | null;
  notes?: string | null;
};

/** Writes consultations in one go, with the bodies and topics they name; answers their ids in order. */
export async function writeConsultations(
  owner: pg.ClientBase,
  workspaceId: string,
  all: readonly Written[],
): Promise<string[]> {
  const rows = all.map((one) => ({
    id: randomUUID(),
    title: "A consultation",
    reference: null,
    body: "Riverside Borough Council",
    topics: [],
    kind: null,
    startsOn: "2026-06-01",
    endsOn: "2026-06-30",
    participants: 10,
    minutesEach: 90,
    notes: null,
    ...one,
  }));
  const json = JSON.stringify(rows);
  const shape = `jsonb_to_recordset($2) AS x (id uuid, title text, reference text, body text, topics jsonb, kind consultation_kind,
    "startsOn" date, "endsOn" date, participants int, "minutesEach" int, notes text)`;
  await owner.query(
    `INSERT INTO public_bodies (workspace_id, id, name, kind)
     SELECT $1, gen_random_uuid(), body, 'council' FROM (SELECT DISTINCT body FROM ${shape}) named ON CONFLICT DO NOTHING`,
    [workspaceId, json],
  );
  await owner.query(
    `INSERT INTO topics (workspace_id, id, name)
     SELECT $1, gen_random_uuid(), topic FROM (SELECT DISTINCT jsonb_array_elements_text(topics) AS topic FROM ${shape}) named ON CONFLICT DO NOTHING`,
    [workspaceId, json],
  );
  await owner.query(
    `INSERT INTO consultations (workspace_id, id, title, reference, public_body_id, kind, starts_on, ends_on, participants, minutes_each, notes)
     SELECT $1, x.id, x.title, x.reference, b.id, x.kind, x."startsOn", x."endsOn", x.participants, x."minutesEach", x.notes
     FROM ${shape} JOIN public_bodies b ON b.workspace_id = $1 AND b.name = x.body`,
    [workspaceId, json],
  );
  await owner.query(
    `INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
     SELECT $1, x.id, t.id FROM ${shape}, jsonb_array_elements_text(x.topics) AS named (topic)
     JOIN topics t ON t.workspace_id = $1 AND lower(t.name) = lower(named.topic)`,
    [workspaceId, json],
  );
  return rows.map((row) => row.id);
}
