import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Client } from "pg";
import { extract } from "tar-stream";
import { migrate } from "@/lib/db/migrate";
import { copyOut } from "./copy-out";
import { type BackedUpFiles, placeOf } from "./files";
import { beginLoad, type Load } from "./load-table";
import { type BackupHead, type BackupProof, backupHead, backupProof } from "./manifest";
import { SealError, unseal } from "./sealed";
import { type BackupTable, findMigrations, findTables, speakPlainly } from "./tables";

/** A backup cannot be restored. Its message is meant for people. */
export class RestoreError extends Error {
  override name = "RestoreError";
}

/** One entry of the archive, to be read to its end. */
type Entry = AsyncIterable<unknown> & { header: { name: string } };

async function* bytes(entry: Entry): AsyncGenerator<Buffer> {
  for await (const piece of entry) if (Buffer.isBuffer(piece)) yield piece;
}

/** `workDir`: where files wait until all of it is known to be whole. */
type Options = { workDir: string; files: BackedUpFiles; passphrase: string | null };

async function read(entry: Entry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes(entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** Gives an empty database the shape the backup was made in: older than ours perhaps, never newer. */
async function takeShape(client: Client, ownerUrl: string, { migrations }: BackupHead): Promise<void> {
  const ours = await findMigrations(client);
  const unknown = migrations.find((name) => !ours.includes(name));
  if (unknown)
    throw new RestoreError(
      `This backup was made by a newer version: it has the migration ${unknown}, which this one does not know.`,
    );
  if (migrations.length === ours.length) return;
  await client.query(
    "DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
  );
  await migrate(ownerUrl, { upTo: migrations.at(-1) ?? "" });
}

async function triggers(client: Client, tables: BackupTable[], verb: "DISABLE" | "ENABLE"): Promise<void> {
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} ${verb} TRIGGER USER`);
}

/** What numbers itself goes on after the highest number that came in. */
async function goOnCounting(client: Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; tab: string; col: string }>(
    `SELECT d.objid::regclass::text AS sequence, d.refobjid::regclass::text AS tab, quote_ident(a.attname) AS col
     FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
     JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
     WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND s.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
  );
  for (const { sequence, tab, col } of rows)
    await client.query(`SELECT setval('${sequence}', greatest((SELECT max(${col}) FROM ${tab}), 1))`);
}

/** Takes what the archive holds, one entry after the other, and answers what it says it should hold. */
class Taking {
  #load: Load | null = null;
  #tables = new Map<string, BackupTable>();
  files: Record<string, string> = {};
  proof: BackupProof | null = null;

  constructor(
    readonly client: Client,
    readonly ownerUrl: string,
    readonly folder: string,
  ) {}

  async take(entry: Entry): Promise<void> {
    const { name } = entry.header;
    const table = /^tables\/(.+)\/\d+$/.exec(name)?.[1];
    if (name === "head.json") await this.#begin(backupHead.parse(JSON.parse(await read(entry))));
    else if (this.#tables.size === 0) throw new RestoreError("This file is no backup of Followthrough.");
    else if (table) await this.#rows(table, entry);
    else if (name === "proof.json") this.proof = backupProof.parse(JSON.parse(await read(entry)));
    else await this.#file(name, entry);
  }

  async finish(): Promise<void> {
    await this.#load?.end();
    this.#load = null;
    if (this.proof === null) throw new RestoreError("The backup is cut off: it is not whole.");
    for (const table of this.#tables.values()) {
      const now = await copyOut(this.client, table);
      const then = this.proof.tables[table.name];
      if (now.rows !== then?.rows || now.sha256 !== then.sha256)
        throw new RestoreError(`The table ${table.name} did not come back as it was. Nothing was restored.`);
    }
    for (const [name, sha256] of Object.entries(this.proof.files))
      if (this.files[name] !== sha256)
        throw new RestoreError(`The file ${name} did not come back as it was. Nothing was restored.`);
    await goOnCounting(this.client);
    await triggers(this.client, [...this.#tables.values()], "ENABLE");
  }

  async #begin(head: BackupHead): Promise<void> {
    await takeShape(this.client, this.ownerUrl, head);
    await this.client.query("BEGIN");
    await speakPlainly(this.client);
    const tables = await findTables(this.client);
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    await this.client.query(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
    await triggers(this.client, tables, "DISABLE");
  }

  async #rows(name: string, entry: Entry): Promise<void> {
    if (this.#load?.table.name !== name) {
      await this.#load?.end();
      const table = this.#tables.get(name);
      if (!table) throw new RestoreError(`The backup holds a table that is not known here: ${name}.`);
      this.#load = beginLoad(this.client, table);
    }
    for await (const piece of bytes(entry)) await this.#load.write(piece);
  }

  async #file(name: string, entry: Entry): Promise<void> {
    placeOf(name);
    const place = path.join(this.folder, name);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    const hash = createHash("sha256");
    await pipeline(
      async function* () {
        for await (const piece of bytes(entry)) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(place, { mode: 0o600 }),
    );
    this.files[name] = hash.digest("hex");
  }
}

async function unpack(file: string, passphrase: string | null, taking: Taking): Promise<void> {
  const archive = extract();
  const unpacked = pipeline(createReadStream(file), unseal(passphrase), createGunzip(), archive);
  unpacked.catch(() => undefined);
  try {
    for await (const entry of archive) await taking.take(entry);
    await unpacked;
  } catch (error) {
    archive.destroy();
    if (error instanceof RestoreError) throw error;
    // What broke the archive says more than that it broke.
    await unpacked.catch((cause: unknown) => {
      if (cause instanceof SealError) throw cause;
    });
    throw new RestoreError(
      `This file is no whole backup of Followthrough (${error instanceof Error ? error.message : error}). Nothing was restored.`,
      { cause: error },
    );
  }
}

/** Whether somebody works with this database already. */
async function isInUse(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM workspaces) AS used",
  );
  return rows[0]?.used ?? false;
}

/**
 * Brings a backup back into a database without people or workspaces, in one transaction, as its owner, and compares
 * every table's row count and checksum, and every file's, with what they were. On any failure nothing is changed.
 * Throws RestoreError or SealError.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  { workDir, files, passphrase }: Options,
): Promise<BackupProof> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const folder = path.join(workDir, `restoring-${randomUUID()}`);
  try {
    if (await isInUse(client))
      throw new RestoreError(
        "There are people or workspaces in this database already. Restore into an empty one.",
      );
    const taking = new Taking(client, ownerUrl, folder);
    await unpack(file, passphrase, taking);
    await taking.finish();
    for (const name of Object.keys(taking.files))
      await files.write(placeOf(name), await readFile(path.join(folder, name)));
    await client.query("COMMIT");
    await migrate(ownerUrl);
    await client.query("ANALYZE");
    return taking.proof ?? { tables: {}, files: {} };
  } finally {
    await client.end(); // takes an unfinished restore back
    await rm(folder, { recursive: true, force: true });
  }
}
