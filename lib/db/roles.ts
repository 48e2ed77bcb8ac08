import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";

/**
 * The three PostgreSQL login roles the server signs in with. None owns anything;
 * what each may do is granted by the migrations.
 */
export const roleNames = {
  tenant: "followthrough_tenant",
  system: "followthrough_system",
  share: "followthrough_share",
} as const;

export type Door = keyof typeof roleNames;
export type RoleUrls = Record<Door, string>;

/** Which setting overrides the address of each role. */
export const roleSettings = {
  tenant: "APP_DATABASE_URL",
  system: "SYSTEM_DATABASE_URL",
  share: "SHARE_DATABASE_URL",
} as const;

const doors = Object.keys(roleNames) as Door[];

/** A role's password: derived, so that every server with the same AUTH_SECRET knows it. */
export const rolePassword = (door: Door, secret: string): string =>
  createHmac("sha256", secret).update(`postgresql role ${roleNames[door]}`).digest("base64url");

/** The owner's address turned into a role's. */
export function roleUrl(databaseUrl: string, door: Door, secret: string): string {
  const url = new URL(databaseUrl);
  url.username = roleNames[door];
  url.password = rolePassword(door, secret);
  return url.href;
}

/** The addresses of all roles: given ones win over derived ones. */
export const roleUrls = (
  databaseUrl: string,
  secret: string,
  given: Record<Door, string | null>,
): RoleUrls => ({
  tenant: given.tenant ?? roleUrl(databaseUrl, "tenant", secret),
  system: given.system ?? roleUrl(databaseUrl, "system", secret),
  share: given.share ?? roleUrl(databaseUrl, "share", secret),
});

/** Roles are not as they must be. Its message is meant for people and may hold a script to run. */
export class RolesError extends Error {
  override name = "RolesError";
}

/**
 * Makes the roles that are missing, sets a derived password that does not work yet,
 * and turns JIT off for them (it costs more than it saves on the standing rule).
 * Where the owner may not do that, throws RolesError with the script for a DBA.
 * Addresses in `given` are tried, never changed.
 */
export async function ensureRoles(
  ownerUrl: string,
  secret: string,
  given: Record<Door, string | null>,
): Promise<void> {
  const urls = roleUrls(ownerUrl, secret, given);
  const owner = new pg.Client({ connectionString: ownerUrl });
  const turn = new pg.Client({ connectionString: ownerUrl });
  await Promise.all([owner.connect(), turn.connect()]);
  try {
    // One at a time over all servers that start now: two of them altering a role fail each other.
    // In a transaction, because PgBouncer may hand a session's lock to somebody else.
    await turn.query("BEGIN");
    await turn.query("SELECT pg_advisory_xact_lock(hashtext('followthrough roles'))");
    for (const door of doors) await ensureRole(owner, door, urls[door], given[door] === null ? secret : null);
  } catch (error) {
    if (isPgError(error, "42501")) throw new RolesError(await scriptForDba(owner, secret));
    throw error;
  } finally {
    await Promise.all([owner.end(), turn.end()]);
  }
}

async function ensureRole(owner: pg.Client, door: Door, url: string, secret: string | null): Promise<void> {
  const name = roleNames[door];
  const { rows } = await owner.query<{ jit_off: boolean }>(
    "SELECT coalesce('jit=off' = ANY (rolconfig), false) AS jit_off FROM pg_roles WHERE rolname = $1",
    [name],
  );
  if (!rows[0])
    await owner.query(
      `CREATE ROLE ${name} LOGIN NOINHERIT PASSWORD ${owner.escapeLiteral(passwordVerifier(secret ? rolePassword(door, secret) : randomBytes(32).toString("hex")))}`,
    );
  if (!rows[0]?.jit_off) {
    // Only slower without it, so a role made by a DBA may stay as it is.
    await owner.query(`ALTER ROLE ${name} SET jit = off`).catch((error: unknown) => {
      if (!isPgError(error, "42501")) throw error;
    });
  }
  const problem = await signInProblem(url, name);
  if (!problem) return;
  if (!secret || !problem.wrongPassword)
    throw new RolesError(
      `${secret ? `The role ${name}` : roleSettings[door]} does not work: ${problem.reason}`,
    );
  await owner.query(
    `ALTER ROLE ${name} LOGIN PASSWORD ${owner.escapeLiteral(passwordVerifier(rolePassword(door, secret)))}`,
  );
  const still = await signInProblem(url, name);
  if (still) throw new RolesError(`The role ${name} does not work: ${still.reason}`);
}

/** Tries an address: null when it signs in as the role. */
async function signInProblem(
  url: string,
  name: string,
): Promise<{ reason: string; wrongPassword: boolean } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
    if (rows[0]?.name === name) return null;
    return { reason: `it signs in as ${rows[0]?.name}; expected ${name}.`, wrongPassword: false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason, wrongPassword: isPgError(error, "28P01") || /not permitted to log in/.test(reason) };
  } finally {
    await client.end().catch(() => {});
  }
}

/** What a DBA runs where our owner may not make roles; holds password verifiers, not passwords. */
async function scriptForDba(owner: pg.Client, secret: string): Promise<string> {
  const { rows } = await owner.query<{ database: string; name: string }>(
    "SELECT current_database() AS database, current_user AS name",
  );
  const database = owner.escapeIdentifier(rows[0]?.database ?? "");
  const statements = doors.flatMap((door) => {
    const name = roleNames[door];
    return [
      `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF; END $$;`,
      `ALTER ROLE ${name} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${passwordVerifier(rolePassword(door, secret))}';`,
      `ALTER ROLE ${name} SET jit = off;`,
      `GRANT CONNECT ON DATABASE ${database} TO ${name};`,
    ];
  });
  return `The database's owner (${rows[0]?.name}) may not make or change roles. Let a superuser run this, then start again:\n\n${statements.join("\n")}\n`;
}

/** PostgreSQL's own stored form (SCRAM-SHA-256), so that no password is sent or logged in clear. */
function passwordVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const hmac = (key: string) => createHmac("sha256", salted).update(key).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}

const isPgError = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * Throws RolesError when a role could go round row security: by being a superuser,
 * having BYPASSRLS or CREATEROLE, owning something in this database, or being a
 * member of a role that does. Any address of the database will do.
 */
export async function assertRolesAreHarmless(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; through: string; why: string }>(harmfulRoles, [
      Object.values(roleNames),
    ]);
    if (rows.length === 0) return;
    const reasons = rows.map(
      ({ name, through, why }) =>
        `  - ${name}${through === name ? "" : `, as a member of ${through},`} ${why}`,
    );
    throw new RolesError(
      `The server's database roles could read across organisations, so it does not start:\n${reasons.join("\n")}`,
    );
  } finally {
    await client.end();
  }
}

const harmfulRoles = `
  WITH RECURSIVE reach AS (
    SELECT rolname AS name, oid AS role FROM pg_roles WHERE rolname = ANY ($1)
    UNION
    SELECT reach.name, m.roleid FROM reach JOIN pg_auth_members m ON m.member = reach.role
  ), harm AS (
    SELECT oid AS role, 'is a superuser' AS why FROM pg_roles WHERE rolsuper
    UNION SELECT oid, 'has BYPASSRLS' FROM pg_roles WHERE rolbypassrls
    UNION SELECT oid, 'has CREATEROLE' FROM pg_roles WHERE rolcreaterole
    UNION SELECT oid, 'may use the server''s files or programs' FROM pg_roles
      WHERE rolname IN ('pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files')
    UNION SELECT relowner, 'owns ' || min(oid::regclass::text) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') GROUP BY relowner
    UNION SELECT nspowner, 'owns the schema ' || min(nspname) FROM pg_namespace GROUP BY nspowner
    UNION SELECT datdba, 'owns the database' FROM pg_database WHERE datname = current_database()
  )
  SELECT reach.name, r.rolname AS through, harm.why
  FROM reach JOIN harm USING (role) JOIN pg_roles r ON r.oid = reach.role
  ORDER BY 1, 2, 3`;
