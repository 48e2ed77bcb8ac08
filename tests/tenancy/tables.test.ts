import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/setup/database";

// Every table of the database, with who may do what and a row to try it on. A new table that is not listed here
// fails: say whose it is, and it is tried from the outside like the others.

type Grants = { tenant: string; system: string };
type Plant = (ids: Planted) => [sql: string, values: unknown[]];
type Planted = {
  workspace: string;
  user: string;
  body: string;
  topic: string;
  consultation: string;
  followUp: string;
  import: string;
  activity: string;
  share: string;
};

const NONE = "";
const READ = "SELECT";
const ADD = "INSERT SELECT";
const ALL = "DELETE INSERT SELECT UPDATE";

const TENANT_TABLES: Record<string, { grants: Grants; plant?: Plant }> = {
  answer_periods: { grants: { tenant: ALL, system: NONE } },
  topics: { grants: { tenant: ALL, system: NONE } },
  public_bodies: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'Riverside Borough Council')",
      [i.workspace, i.body],
    ],
  },
  consultations: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on) VALUES ($1, $2, 'Housing', $3, '2026-06-01', '2026-06-30')",
      [i.workspace, i.consultation, i.body],
    ],
  },
  consultation_other_bodies: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO consultation_other_bodies VALUES ($1, $2, $3)",
      [i.workspace, i.consultation, i.body],
    ],
  },
  consultation_topics: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO consultation_topics SELECT $1, $2, id FROM topics WHERE workspace_id = $1 AND key = 'housing'",
      [i.workspace, i.consultation],
    ],
  },
  extensions: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on) VALUES ($1, $2, $3, '2026-12-01', '2026-09-01')",
      [i.workspace, randomUUID(), i.consultation],
    ],
  },
  body_responses: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind) VALUES ($1, $2, $3, 'update')",
      [i.workspace, randomUUID(), i.consultation],
    ],
  },
  follow_ups: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on) VALUES ($1, $2, $3, 'A promise', '2026-07-01')",
      [i.workspace, i.followUp, i.consultation],
    ],
  },
  attachments: {
    // Attached and removed, never changed.
    grants: { tenant: "DELETE INSERT SELECT", system: NONE },
    plant: (i) => [
      "INSERT INTO attachments (workspace_id, id, follow_up_id, file_id, name, format, bytes) VALUES ($1, $2, $3, $2, 'Letter.pdf', 'pdf', 1200)",
      [i.workspace, randomUUID(), i.followUp],
    ],
  },
  date_moves: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO date_moves (workspace_id, id, follow_up_id, reason, moved_on) VALUES ($1, $2, $3, 'supplier', '2026-08-01')",
      [i.workspace, randomUUID(), i.followUp],
    ],
  },
  activities: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on, public_body_id) VALUES ($1, $2, 'Open day', 'welcome', '2026-06-01', $3)",
      [i.workspace, i.activity, i.body],
    ],
  },
  activity_groups: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO activity_groups VALUES ($1, $2, 'members', 12, '{experience}')",
      [i.workspace, i.activity],
    ],
  },
  activity_officials: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO activity_officials VALUES ($1, $2, 1, 'Head of housing', NULL, $3)",
      [i.workspace, i.activity, i.body],
    ],
  },
  activity_outcomes: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO activity_outcomes VALUES ($1, $2, 'less_isolation')",
      [i.workspace, i.activity],
    ],
  },
  activity_topics: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO activity_topics SELECT $1, $2, id FROM topics WHERE workspace_id = $1 AND key = 'housing'",
      [i.workspace, i.activity],
    ],
  },
  imports: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO imports (workspace_id, id, file_name, created_by) VALUES ($1, $2, 'a.csv', $3)",
      [i.workspace, i.import, i.user],
    ],
  },
  import_rows: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO import_rows (workspace_id, import_id, row_no, cells) VALUES ($1, $2, 2, '[]')",
      [i.workspace, i.import],
    ],
  },
  trash: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO trash (workspace_id, id, kind, subject_id, payload) VALUES ($1, $2, 'response', $2, '{}')",
      [i.workspace, randomUUID()],
    ],
  },
  page_looks: {
    // Members add what they paste; when it is looked at is the functions' work.
    grants: { tenant: ADD, system: NONE },
    plant: (i) => [
      "INSERT INTO page_looks (workspace_id, url, next_look_at) VALUES ($1, 'https://www.gov.uk/government/consultations/a', now() + interval '1 day')",
      [i.workspace],
    ],
  },
  answer_proposals: {
    // Members also decide on one; what is proposed comes from the functions.
    grants: { tenant: READ, system: NONE },
    plant: (i) => [
      "INSERT INTO answer_proposals (workspace_id, id, consultation_id, fingerprint, kind, source_url) VALUES ($1, $2, $3, 'f', 'findings', 'https://www.gov.uk/government/consultations/a')",
      [i.workspace, randomUUID(), i.consultation],
    ],
  },
  drafts: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO drafts (workspace_id, user_id, form, payload) VALUES ($1, $2, 'f', '{}')",
      [i.workspace, i.user],
    ],
  },
  shares: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO shares (workspace_id, id, audience, public_body_id, sections, expires_on) VALUES ($1, $2, 'link', $3, '{promises}', '2026-12-31')",
      [i.workspace, i.share, i.body],
    ],
  },
  share_snapshots: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO share_snapshots (workspace_id, share_id, snapshot, withheld, released_at) VALUES ($1, $2, '{}', '[]', now())",
      [i.workspace, i.share],
    ],
  },
  share_openings: {
    grants: { tenant: READ, system: NONE },
    plant: (i) => [
      "INSERT INTO share_openings (workspace_id, id, share_id, format, reader) VALUES ($1, $2, $3, 'page', 'abcd')",
      [i.workspace, randomUUID(), i.share],
    ],
  },
  released_counts: {
    grants: { tenant: "INSERT SELECT UPDATE", system: NONE },
    plant: (i) => [
      "INSERT INTO released_counts (workspace_id, subject_id, part, people) VALUES ($1, $2, 'participants', 37)",
      [i.workspace, i.consultation],
    ],
  },
  audit_events: {
    grants: { tenant: ADD, system: NONE },
    plant: (i) => [
      "INSERT INTO audit_events (workspace_id, id, kind) VALUES ($1, $2, 'consultation.logged')",
      [i.workspace, randomUUID()],
    ],
  },
  memberships: {
    grants: { tenant: READ, system: ALL },
    plant: (i) => [
      "INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'owner')",
      [i.workspace, i.user],
    ],
  },
  invitations: {
    // Owners also add one and ask for another mail of it, without a say in its link.
    grants: { tenant: "DELETE SELECT", system: ALL },
    plant: (i) => [
      "INSERT INTO invitations (workspace_id, id, email, role, locale) VALUES ($1, $2, 'new@example.org', 'editor', 'en')",
      [i.workspace, randomUUID()],
    ],
  },
  retention_reviews: {
    // Owners also decide on one; listing is the functions' work.
    grants: { tenant: READ, system: NONE },
    plant: (i) => [
      "INSERT INTO retention_reviews (workspace_id, id, consultation_id, last_on, listed_at) VALUES ($1, $2, $2, '2026-07-01', now())",
      [i.workspace, i.consultation],
    ],
  },
  support_grants: {
    // Owners also take one back, and change nothing else of it.
    grants: { tenant: ADD, system: READ },
    plant: (i) => [
      "INSERT INTO support_grants (workspace_id, id, granted_by, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour')",
      [i.workspace, i.workspace, i.user],
    ],
  },
  support_visits: {
    // Written by the door alone.
    grants: { tenant: READ, system: READ },
    plant: (i) => [
      "INSERT INTO support_visits (workspace_id, grant_id, session_id, user_id) VALUES ($1, $1, $2, $2)",
      [i.workspace, i.user],
    ],
  },
  api_tokens: {
    // Owners also stop one, and change nothing else of it.
    grants: { tenant: ADD, system: NONE },
    plant: (i) => [
      "INSERT INTO api_tokens (workspace_id, id, name, role, token_hash, created_by, expires_at) VALUES ($1::uuid, $1::uuid, 'A program', 'viewer', $1::uuid::text, $2, now() + interval '1 day')",
      [i.workspace, i.user],
    ],
  },
  calendar_feeds: {
    // Written by set_calendar_feed() and enter_by_feed() alone; a member sees their own.
    grants: { tenant: READ, system: NONE },
    plant: (i) => [
      "INSERT INTO calendar_feeds (workspace_id, user_id, id, token_hash) VALUES ($1, $2, $3, $3::uuid::text)",
      [i.workspace, i.user, randomUUID()],
    ],
  },
  api_answers: {
    grants: { tenant: ALL, system: NONE },
    plant: (i) => [
      "INSERT INTO api_answers (workspace_id, token_id, key) VALUES ($1, $1, 'once')",
      [i.workspace],
    ],
  },
};

/** Tables outside of any workspace. */
const OTHER_TABLES: Record<string, Grants> = {
  // Counts how often a token is used; the door of the API alone writes and reads it.
  api_uses: { tenant: NONE, system: NONE },
  workspaces: { tenant: READ, system: "INSERT SELECT UPDATE" },
  users: { tenant: NONE, system: ALL },
  sessions: { tenant: NONE, system: ALL },
  verification_tokens: { tenant: NONE, system: ALL },
  rate_limits: { tenant: NONE, system: ALL },
  // Only queue_mail() adds one.
  mails: { tenant: NONE, system: "DELETE SELECT UPDATE" },
  platform_events: { tenant: NONE, system: ADD },
  person_drafts: { tenant: NONE, system: ALL },
  // Written by record_erasure() and wipe_workspace() alone.
  erasures: { tenant: NONE, system: READ },
  workspace_tombstones: { tenant: NONE, system: READ },
  second_factors: { tenant: NONE, system: ALL },
  recovery_codes: { tenant: NONE, system: ALL },
  passkeys: { tenant: NONE, system: ALL },
  passkey_challenges: { tenant: NONE, system: ALL },
  holidays: { tenant: READ, system: ALL },
  directory_bodies: { tenant: READ, system: ALL },
  hourly_rates: { tenant: READ, system: ALL },
  shared_topics: { tenant: READ, system: ALL },
  reference_stamps: { tenant: READ, system: ALL },
  _prisma_migrations: { tenant: NONE, system: NONE },
};

const LOGIN_ROLES = ["followthrough_tenant", "followthrough_system", "followthrough_share"];

let owner: pg.Client;
let tenant: pg.Client;
let share: pg.Client;
const home = newIds();
const neighbour = newIds();

function newIds(): Planted {
  const id = randomUUID;
  return {
    workspace: id(),
    user: id(),
    body: id(),
    topic: id(),
    consultation: id(),
    followUp: id(),
    import: id(),
    activity: id(),
    share: id(),
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Runs as the tenant role inside of a workspace (or none), and rolls back. */
async function inside<T>(at: Planted | null, work: () => Promise<T>): Promise<T> {
  await tenant.query("BEGIN");
  try {
    await tenant.query(
      "SELECT set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true)",
      [at?.workspace ?? "", at?.user ?? ""],
    );
    return await work();
  } finally {
    await tenant.query("ROLLBACK");
  }
}

async function privileges(role: string, table: string): Promise<string> {
  const { rows } = await owner.query<{ privilege_type: string }>(
    "SELECT privilege_type FROM information_schema.table_privileges WHERE table_schema = 'public' AND grantee = $1 AND table_name = $2 ORDER BY 1",
    [role, table],
  );
  return rows.map((row) => row.privilege_type).join(" ");
}

beforeAll(async () => {
  const database = testDatabase();
  [owner, tenant, share] = await Promise.all([
    connect(database.owner),
    connect(database.tenant),
    connect(database.share),
  ]);
  for (const ids of [home, neighbour]) {
    await owner.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'An organisation')", [
      ids.workspace,
      `w-${ids.workspace}`,
    ]);
    await owner.query("INSERT INTO users (id, email) VALUES ($1, $2)", [ids.user, `${ids.user}@example.org`]);
    for (const { plant } of Object.values(TENANT_TABLES)) if (plant) await owner.query(...plant(ids));
  }
});
afterAll(() => Promise.all([owner, tenant, share].map((client) => client.end())));

describe("the tables", () => {
  it("are all listed here", async () => {
    const { rows } = await owner.query<{ relname: string }>(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1",
    );
    const listed = [...Object.keys(TENANT_TABLES), ...Object.keys(OTHER_TABLES)].sort();
    expect(rows.map((row) => row.relname).filter((name) => name !== "_prisma_migrations")).toEqual(
      listed.filter((name) => name !== "_prisma_migrations"),
    );
  });

  it.each([
    ...Object.entries(TENANT_TABLES).map(([name, { grants }]) => ({ name, ...grants })),
    ...Object.entries(OTHER_TABLES).map(([name, grants]) => ({ name, ...grants })),
  ])("grant $name to the roles that need it and no more", async ({ name, tenant: tenantMay, system }) => {
    expect(await privileges("followthrough_tenant", name)).toBe(tenantMay);
    expect(await privileges("followthrough_system", name)).toBe(system);
    expect(await privileges("followthrough_share", name)).toBe("");
    expect(await privileges("PUBLIC", name)).toBe("");
  });

  it("all have row security with a policy for each role that is granted anything", async () => {
    const { rows } = await owner.query<{ relname: string; relrowsecurity: boolean; policies: string[] }>(
      `SELECT c.relname, c.relrowsecurity, array(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`,
    );
    for (const { relname, relrowsecurity, policies } of rows) {
      expect({ relname, relrowsecurity }).toEqual({ relname, relrowsecurity: true });
      const { grants } = TENANT_TABLES[relname] ?? { grants: OTHER_TABLES[relname] };
      const expected = [
        grants?.system && "system",
        (grants?.tenant || relname === "users") && "tenant",
      ].filter(Boolean);
      expect({ relname, policies }).toEqual({ relname, policies: expected });
    }
  });

  it("tie every tenant row to its workspace by key", async () => {
    const { rows } = await owner.query<{ relname: string; key: string[] }>(
      `SELECT c.relname, array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(no, i) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.no ORDER BY u.i) AS key
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace`,
    );
    for (const name of Object.keys(TENANT_TABLES)) {
      expect({ name, first: rows.find((row) => row.relname === name)?.key[0] }).toEqual({
        name,
        first: "workspace_id",
      });
    }
  });

  it("refer to each other with the workspace in the key, and never null it", async () => {
    const { rows } = await owner.query<{ name: string; columns: string[]; on_delete: string }>(
      `SELECT k.conname AS name, k.confdeltype AS on_delete,
         array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(no, i) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.no ORDER BY u.i) AS columns
       FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid::regclass::text = ANY ($1) AND k.confrelid::regclass::text = ANY ($1)`,
      [Object.keys(TENANT_TABLES)],
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const { name, columns, on_delete } of rows) {
      expect({ name, first: columns[0] }).toEqual({ name, first: "workspace_id" });
      expect(["a", "r", "c"]).toContain(on_delete);
    }
  });
});

describe.each(Object.keys(TENANT_TABLES))("%s", (table) => {
  const count = async (where = "TRUE") =>
    Number((await tenant.query(`SELECT count(*) FROM ${table} WHERE ${where}`)).rows[0].count);

  it("shows a member the rows of their workspace and of no other", async () => {
    const counts = await inside(home, async () => [
      await count(),
      await count(`workspace_id <> '${home.workspace}'`),
    ]);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(0);
  });

  it("shows nothing without a workspace", async () => {
    expect(await inside(null, () => count())).toBe(0);
  });

  it("lets nobody reach into another workspace", async () => {
    const { tenant: verbs } = TENANT_TABLES[table]?.grants ?? { tenant: "" };
    if (verbs.includes("UPDATE")) {
      const changed = await inside(home, () =>
        tenant.query(`UPDATE ${table} SET workspace_id = workspace_id WHERE workspace_id = $1`, [
          neighbour.workspace,
        ]),
      );
      expect(changed.rowCount).toBe(0);
      await expect(
        inside(home, () => tenant.query(`UPDATE ${table} SET workspace_id = $1`, [neighbour.workspace])),
      ).rejects.toThrow(/row-level security|foreign key/);
    }
    if (verbs.includes("DELETE")) {
      const removed = await inside(home, () =>
        tenant.query(`DELETE FROM ${table} WHERE workspace_id = $1`, [neighbour.workspace]),
      );
      expect(removed.rowCount).toBe(0);
    }
    if (verbs.includes("INSERT")) {
      const copy = `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('workspace_id', $1::text))).* FROM ${table} t LIMIT 1`;
      await expect(inside(home, () => tenant.query(copy, [neighbour.workspace]))).rejects.toThrow(
        /row-level security/,
      );
    }
  });
});

describe("the audit trail", () => {
  it("is append-only for every role of the server", async () => {
    for (const role of LOGIN_ROLES) {
      for (const verb of ["UPDATE", "DELETE", "TRUNCATE"]) {
        const { rows } = await owner.query("SELECT has_table_privilege($1, 'audit_events', $2) AS may", [
          role,
          verb,
        ]);
        expect({ role, verb, may: rows[0].may }).toEqual({ role, verb, may: false });
      }
    }
  });
});

describe.each(["drafts", "calendar_feeds"])("%s", (table) => {
  it("are seen by their own person only", async () => {
    const colleague = { ...home, user: randomUUID() };
    const { rows } = await inside(colleague, () => tenant.query(`SELECT count(*)::int AS n FROM ${table}`));
    expect(rows[0].n).toBe(0);
  });
});

describe("the functions", () => {
  const CALLABLE: Record<string, string[]> = {
    followthrough_share: ["open_share", "open_share_for", "shares_for"],
    followthrough_system: [
      "accept_invitation",
      "claim_page_looks",
      "end_directory_body",
      "erase_person",
      "erase_refused_rows",
      "erase_what_is_old",
      "erase_workspace",
      "files_to_sweep",
      "forget_api_answers",
      "leave_workspace",
      "merge_directory_bodies",
      "note_page_look",
      "queue_mail",
      "record_erasure",
      "settle_directory_names",
      "step_workspace",
      "tell_support_ran_out",
      "tell_workspace",
      "workspace_figures",
      "workspace_storage",
    ],
  };

  it("are callable only by the roles they are made for", async () => {
    const { rows } = await owner.query<{ role: string; name: string }>(
      `SELECT r.rolname AS role, p.proname AS name FROM pg_proc p, pg_roles r
       WHERE p.pronamespace = 'public'::regnamespace AND r.rolname = ANY ($1) AND has_function_privilege(r.oid, p.oid, 'EXECUTE') ORDER BY 1, 2`,
      [LOGIN_ROLES],
    );
    for (const [role, names] of Object.entries(CALLABLE))
      expect(rows.filter((row) => row.role === role).map((row) => row.name)).toEqual(names);
    expect(
      rows.filter((row) => row.role === "followthrough_tenant").map((row) => row.name),
    ).toMatchSnapshot();
  });

  it("that run as the owner have a fixed search path", async () => {
    const { rows } = await owner.query<{ name: string; config: string[] | null }>(
      "SELECT proname AS name, proconfig AS config FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef",
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { name, config } of rows)
      expect({ name, path: config?.some((one) => one.startsWith("search_path=")) }).toEqual({
        name,
        path: true,
      });
  });

  it("give the share role nothing else to hold on to", async () => {
    await expect(share.query("SELECT * FROM consultations")).rejects.toThrow(/permission denied/);
    await expect(share.query("SELECT enter('x', 'y', false)")).rejects.toThrow(/permission denied/);
  });
});
