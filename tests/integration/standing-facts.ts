import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { PlainDate } from "@/lib/domain/plain-date";

/** What the standing rule is computed from, in the shape of tests/data/standing-cases.json. */
export type Facts = {
  consultation: {
    startsOn: PlainDate;
    endsOn: PlainDate | null;
    cancelledOn: PlainDate | null;
    answerPromisedOn: PlainDate | null;
    explanationAcceptedOn: PlainDate | null;
    extensions: readonly { newDueOn: PlainDate; agreedOn: PlainDate }[];
  };
  followUps: readonly {
    owner: string;
    waitingOn: string;
    madeOn: PlainDate;
    dueOn: PlainDate | null;
    bodySays: string;
    communitySays: string;
    doneOn?: PlainDate | null;
  }[];
  responses: readonly { kind: string; receivedOn: PlainDate | null }[];
};

export type WorkspaceSettings = {
  country: string;
  region: string;
  timeZone: string;
  answerDays: number;
  actionDays: number;
};

export const UK: WorkspaceSettings = {
  country: "GB",
  region: "ENG",
  timeZone: "Europe/London",
  answerDays: 84,
  actionDays: 182,
};

export type StandingRow = {
  id: string;
  standing: string;
  flagged: boolean;
  disputed: boolean;
  overdueSince: PlainDate | null;
  counting: number;
  doneCount: number;
  lateCount: number;
  updates: number;
  answerDueOn: PlainDate | null;
};

/** A workspace and one public body in it; written by the owner. */
export async function newWorkspace(
  owner: pg.ClientBase,
  settings: WorkspaceSettings,
): Promise<{ workspaceId: string; bodyId: string }> {
  const workspaceId = randomUUID();
  const bodyId = randomUUID();
  await owner.query(
    `INSERT INTO workspaces (id, slug, name, country, region, time_zone, answer_days, action_days)
     VALUES ($1, $2, 'Standing cases', $3, $4, $5, $6, $7)`,
    [
      workspaceId,
      `s-${workspaceId}`,
      settings.country,
      settings.region,
      settings.timeZone,
      settings.answerDays,
      settings.actionDays,
    ],
  );
  await owner.query(
    "INSERT INTO public_bodies (workspace_id, id, name, kind) VALUES ($1, $2, 'Riverside Borough Council', 'council')",
    [workspaceId, bodyId],
  );
  return { workspaceId, bodyId };
}

/** Runs `work` as the tenant role inside one workspace, as the door does, and commits. */
export async function asTenant<T>(
  tenant: pg.ClientBase,
  workspaceId: string,
  work: () => Promise<T>,
): Promise<T> {
  await tenant.query("BEGIN");
  try {
    await tenant.query("SELECT set_config('app.workspace_id', $1, true)", [workspaceId]);
    const value = await work();
    await tenant.query("COMMIT");
    return value;
  } catch (error) {
    await tenant.query("ROLLBACK");
    throw error;
  }
}

/** Writes one consultation per set of facts, as the tenant; answers their ids in order. */
export async function writeFacts(
  tenant: pg.ClientBase,
  { workspaceId, bodyId }: { workspaceId: string; bodyId: string },
  all: readonly Facts[],
): Promise<string[]> {
  const ids = all.map(() => randomUUID());
  const rows = <T extends object>(of: (facts: Facts) => readonly T[]) =>
    JSON.stringify(
      all.flatMap((facts, index) =>
        of(facts).map((row) => ({ id: randomUUID(), consultation: ids[index], ...row })),
      ),
    );
  await asTenant(tenant, workspaceId, async () => {
    await tenant.query(
      `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, cancelled_on, answer_promised_on, explanation_accepted_on)
       SELECT $1, x.consultation, 'A consultation', $2, x."startsOn", x."endsOn", x."cancelledOn", x."answerPromisedOn", x."explanationAcceptedOn"
       FROM jsonb_to_recordset($3) AS x (consultation uuid, "startsOn" date, "endsOn" date, "cancelledOn" date, "answerPromisedOn" date, "explanationAcceptedOn" date)`,
      [workspaceId, bodyId, rows((facts) => [facts.consultation])],
    );
    await tenant.query(
      `INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on)
       SELECT $1, x.id, x.consultation, x."newDueOn", x."agreedOn"
       FROM jsonb_to_recordset($2) AS x (id uuid, consultation uuid, "newDueOn" date, "agreedOn" date)`,
      [workspaceId, rows((facts) => facts.consultation.extensions)],
    );
    await tenant.query(
      `INSERT INTO follow_ups (workspace_id, id, consultation_id, title, owner, waiting_on, made_on, due_on, body_says, community_says, done_on)
       SELECT $1, x.id, x.consultation, 'A promise', x.owner, x."waitingOn", x."madeOn", x."dueOn", x."bodySays", x."communitySays", x."doneOn"
       FROM jsonb_to_recordset($2) AS x (id uuid, consultation uuid, owner follow_up_owner, "waitingOn" waiting_on, "madeOn" date,
         "dueOn" date, "bodySays" body_says, "communitySays" community_says, "doneOn" date)`,
      [workspaceId, rows((facts) => facts.followUps)],
    );
    await tenant.query(
      `INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on)
       SELECT $1, x.id, x.consultation, x.kind, x."receivedOn"
       FROM jsonb_to_recordset($2) AS x (id uuid, consultation uuid, kind response_kind, "receivedOn" date)`,
      [workspaceId, rows((facts) => facts.responses)],
    );
  });
  return ids;
}

/** Where everything in a workspace stands on a day, read as the tenant role; several rows of one id would show. */
export async function standingRows(
  tenant: pg.ClientBase,
  workspaceId: string,
  today: PlainDate,
): Promise<StandingRow[]> {
  return asTenant(tenant, workspaceId, async () => {
    const { rows } = await tenant.query<StandingRow>(
      `SELECT s.id, s.standing, s.flagged, s.disputed, s.overdue_since::text AS "overdueSince", s.counting::int, s.done_count::int AS "doneCount",
         s.late_count::int AS "lateCount", s.updates::int, c.answer_due_on::text AS "answerDueOn"
       FROM standings($1::date) s JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id`,
      [today],
    );
    return rows;
  });
}

/** The same, in the order of `ids`. */
export async function standingsOf(
  tenant: pg.ClientBase,
  workspaceId: string,
  today: PlainDate,
  ids: readonly string[],
): Promise<StandingRow[]> {
  const byId = new Map((await standingRows(tenant, workspaceId, today)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`no standing for ${id}`);
    return row;
  });
}
