import type { ClientBase } from "pg";
import { z } from "zod";

/** A table as a backup sees it: what to copy and in which order. */
export type BackupTable = {
  /** Quoted, with its schema. */
  name: string;
  /** Quoted and joined: every column that is stored, in order. */
  columns: string;
  /** The primary key, so that two copies of the same rows are the same bytes. */
  order: string;
};

const row = z.object({
  name: z.string(),
  columns: z.string(),
  order: z.string().nullable(),
  needs: z.array(z.string()),
});

// Ours, and the queue's: a mail in line or an erasure to come must come back too. The ledger of migrations stands in
// the backup's head instead.
const FIND = `
  SELECT format('%I.%I', s.nspname, c.relname) AS name,
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(k.conkey, a.attnum)) FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey) WHERE k.conrelid = c.oid AND k.contype = 'p') AS "order",
    array(SELECT DISTINCT format('%I.%I', fs.nspname, f.relname) FROM pg_constraint k
      JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fs ON fs.oid = f.relnamespace
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
  FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
  WHERE c.relkind = 'r' AND (s.nspname = 'public' AND c.relname <> '_prisma_migrations'
    OR s.nspname = 'graphile_worker' AND c.relname IN ('_private_jobs', '_private_tasks', '_private_job_queues'))
  ORDER BY 1`;

/**
 * Every table with content, each after those it refers to, so that rows can be written in this order.
 * Throws when tables refer to each other in a circle or one has no primary key.
 */
export async function findTables(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query(FIND);
  let waiting = z.array(row).parse(rows);
  const sorted: BackupTable[] = [];
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ needs }) => !needs.some((one) => waiting.some(({ name }) => name === one)),
    );
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${waiting.map(({ name }) => name)}`);
    for (const { name, columns, order } of ready) {
      if (order === null) throw new Error(`The table ${name} has no primary key`);
      sorted.push({ name, columns, order });
    }
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return sorted;
}

/** The same text for the same value, whatever the server's own settings are. */
export async function speakPlainly(client: ClientBase): Promise<void> {
  await client.query(
    "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'",
  );
}

/** The migrations this database has, in order. */
export async function findMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}
