// The data that is measured: seeded once, kept, and copied for each run, so that a run changes nothing of it.
import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import pg from "pg";
import { ended, startNode, typescript } from "../parts/children.mjs";
import { openDatabase, ownerEnvironment, readSettings } from "../parts/database.mjs";
import { inRoot } from "../parts/paths.mjs";
import { prepareDatabase } from "../parts/prepare.mjs";
import { Halt, say } from "../parts/say.mjs";
import { keptSecrets } from "../parts/secrets.mjs";
import { hashOf } from "../parts/stamp.mjs";

const hash = (token) => createHash("sha256").update(token).digest("hex");

function inDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Runs statements as the owner of a database, one after another. */
export async function asOwner(ownerUrl, work) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops a database; waits while PostgreSQL itself tidies up in it, which only its superuser may break off. */
async function dropDatabase(owner, name) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } catch (error) {
      if (attempt >= 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** The PostgreSQL of the bench, in a data folder of its own: { settings, database }. */
export async function openBench() {
  const environment = { DATA_DIR: inRoot(".data/bench"), DEMO: "0", LOG_LEVEL: "error" };
  // The key of this checkout's own data, so that the build is the one that npm start serves.
  const { authSecret } = keptSecrets(inRoot(".data"));
  const settings = { ...(await readSettings(environment)), authSecret };
  return { settings, database: await openDatabase(settings) };
}

const at = (database, name) => ({
  ...database,
  ownerUrl: inDatabase(database.ownerUrl, name),
  urls: Object.fromEntries(Object.entries(database.urls).map(([door, url]) => [door, inDatabase(url, name)])),
});

/** Other migrations make other tables: what was seeded before is thrown away. */
const migrations = () =>
  readdirSync(inRoot("prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `prisma/migrations/${name}/migration.sql`)
    .sort();

/** A copy of the seeded data with so many workspaces, made when it is not there yet, brought up to date when it is. */
export async function copyOf({ settings, database }, { workspaces, consultations }) {
  const version = hashOf(["prisma/seed/bench/bench-rows.ts", ...migrations()]).slice(0, 8);
  const kept = `bench_${version}_${workspaces}_${consultations}`;
  await asOwner(database.ownerUrl, async (owner) => {
    const { rows: older } = await owner.query(
      "SELECT datname FROM pg_database WHERE datname LIKE 'bench%' AND datname NOT LIKE $1",
      [`bench_${version}%`],
    );
    for (const { datname } of older) await dropDatabase(owner, datname);
    const { rowCount } = await owner.query("SELECT FROM pg_database WHERE datname = $1", [kept]);
    if (rowCount === 0) await owner.query(`CREATE DATABASE ${kept}`);
  });
  await prepareDatabase(settings, at(database, kept));
  await seed(settings, at(database, kept), { workspaces, consultations });
  const copy = `${kept}_run`;
  await asOwner(database.ownerUrl, async (owner) => {
    await dropDatabase(owner, copy);
    await owner.query(`CREATE DATABASE ${copy} TEMPLATE ${kept} STRATEGY file_copy`);
  });
  return {
    ...at(database, copy),
    drop: () => asOwner(database.ownerUrl, (owner) => dropDatabase(owner, copy)),
  };
}

async function seed(settings, database, { workspaces, consultations }) {
  const there = await asOwner(database.ownerUrl, async (owner) => {
    const { rows } = await owner.query("SELECT count(*) FROM workspaces WHERE slug LIKE 'bench-%'");
    return Number(rows[0].count);
  });
  if (there >= workspaces) return;
  say(`Seeding ${workspaces} workspaces with ${consultations} consultations each …`);
  const size = ["--workspaces", String(workspaces), "--consultations", String(consultations)];
  const { code } = await ended(
    startNode(typescript("scripts/seed.ts", ...size), {
      stdio: ["ignore", 2, "ignore"],
      env: ownerEnvironment(settings, database),
    }),
  );
  if (code !== 0) throw new Halt("The data could not be seeded.");
  await asOwner(database.ownerUrl, (owner) => owner.query("VACUUM ANALYZE"));
}

/**
 * Signs the owner of each workspace in, and gives each so many tokens: a token may make 600 calls a minute, and that
 * limit stays on.
 * @returns [{ slug, workspaceId, session, sessionHash, tokens }], in the order of the workspaces' numbers
 */
export async function letIn(ownerUrl, tokensEach) {
  const run = randomBytes(12).toString("hex");
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `SELECT w.id, w.slug, m.user_id AS person FROM workspaces w JOIN memberships m ON m.workspace_id = w.id
       WHERE w.slug LIKE 'bench-%' ORDER BY substr(w.slug, 7)::int`,
    );
    const visitors = rows.map(({ id, slug, person }) => {
      const session = `session-${run}-${slug}`;
      const tokens = Array.from({ length: tokensEach }, (_, i) => `token_${run}_${slug}_${i}`);
      return { slug, workspaceId: id, person, session, sessionHash: hash(session), tokens };
    });
    await owner.query(
      `INSERT INTO sessions (id, session_token_hash, user_id, expires)
       SELECT gen_random_uuid(), v->>'sessionHash', (v->>'person')::uuid, now() + interval '30 days' FROM jsonb_array_elements($1::jsonb) v`,
      [JSON.stringify(visitors)],
    );
    const tokens = visitors.flatMap(({ workspaceId, person, tokens: own }) =>
      own.map((token) => ({ workspaceId, person, hash: hash(token) })),
    );
    await owner.query(
      `INSERT INTO api_tokens (workspace_id, id, name, role, token_hash, created_by, expires_at)
       SELECT (t->>'workspaceId')::uuid, gen_random_uuid(), 'bench', 'owner', t->>'hash', (t->>'person')::uuid, now() + interval '1 day'
       FROM jsonb_array_elements($1::jsonb) t`,
      [JSON.stringify(tokens)],
    );
    return visitors;
  });
}
