import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/** A migration cannot be applied. Its message is meant for people. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

type Migration = { name: string; sql: string; checksum: string };
type LedgerRow = { migration_name: string; checksum: string; finished: boolean };

/** The lock that Prisma's own migrate command takes, so that the two exclude each other. */
const prismaLock = 72707369;
const queueLock = 72707370;

/**
 * Brings a database up to date as its owner: the job queue's schema first (our
 * migrations refer to it), then each of our migrations in a transaction of its own.
 * Keeps Prisma's ledger and checksums, so `prisma migrate` works on it as well.
 * `upTo` names the last migration to apply, for a copy of the data from before the newer ones.
 * Any number of servers may call it at once, also through PgBouncer.
 * Returns the names of the migrations it applied. Throws MigrationError.
 */
export async function migrate(
  ownerUrl: string,
  {
    folder = path.resolve("prisma/migrations"),
    upTo = null,
    onApply = () => {},
  }: { folder?: string; upTo?: string | null; onApply?: (name: string) => void } = {},
): Promise<string[]> {
  const all = await readMigrations(folder);
  const migrations = upTo === null ? all : all.filter(({ name }) => name <= upTo);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  // graphile-worker asks for listeners; a lost connection fails the query that uses it anyway.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await migrateQueue(pool);
    if (pending(migrations, await readLedger(pool)).length === 0) return [];
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(pool, migrations, onApply);
      if (name === null) return applied;
      applied.push(name);
    }
  } finally {
    await pool.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readLedger(connection: pg.Pool | pg.PoolClient): Promise<LedgerRow[]> {
  const { rows: known } = await connection.query<{ known: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
  );
  if (!known[0]?.known) return [];
  const { rows } = await connection.query<LedgerRow>(
    "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

/** The migrations still to apply, in order. Throws when the ledger and the files do not belong together. */
function pending(migrations: readonly Migration[], ledger: readonly LedgerRow[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of ledger) {
    const migration = byName.get(row.migration_name);
    if (!migration) {
      throw new MigrationError(
        `The database already has the migration ${row.migration_name}, which this version does not know: it was used by a newer version. Run that one, or restore a backup.`,
      );
    }
    if (!row.finished) {
      throw new MigrationError(
        `The migration ${row.migration_name} was begun by another tool and did not finish. Mend the database, then mark it with "prisma migrate resolve".`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} was changed after it was applied to this database. Put its file back as it was and write the change as a new migration.`,
      );
    }
  }
  const done = new Set(ledger.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** Applies the first pending migration and returns its name; null when there is none. */
async function applyNext(
  pool: pg.Pool,
  migrations: readonly Migration[],
  onApply: (name: string) => void,
): Promise<string | null> {
  const client = await pool.connect();
  let next: Migration | undefined;
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [prismaLock]);
    await client.query(ledgerTable);
    next = pending(migrations, await readLedger(client))[0];
    if (next) {
      onApply(next.name);
      const startedAt = new Date();
      await client.query(next.sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
        [randomUUID(), next.checksum, next.name, startedAt],
      );
    }
    await client.query("COMMIT");
    client.release();
    return next?.name ?? null;
  } catch (error) {
    client.release(true); // ends the connection and with it the transaction
    if (!next || !(error instanceof pg.DatabaseError)) throw error;
    throw new MigrationError(
      `The migration ${next.name} failed and changed nothing: ${error.message}${place(next.sql, error.position)}`,
    );
  }
}

/** Where in the file PostgreSQL found fault. */
function place(sql: string, position: string | undefined): string {
  if (!position) return "";
  return ` (line ${sql.slice(0, Number(position)).split("\n").length})`;
}

/** The job queue brings its own migrations; an advisory lock keeps two servers from running them at once. */
async function migrateQueue(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [queueLock]);
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const ledgerTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36) PRIMARY KEY NOT NULL,
    checksum            varchar(64) NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
