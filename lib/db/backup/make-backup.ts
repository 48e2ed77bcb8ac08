import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { type Pack, pack } from "tar-stream";
import { copyOut } from "./copy-out";
import { findFiles } from "./files";
import { BACKUP_FORMAT, type BackupHead, type BackupProof } from "./manifest";
import { seal } from "./sealed";
import { findMigrations, findTables, speakPlainly } from "./tables";

/** Adds an entry and waits until there is room for the next. */
function add(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}

async function addFile(archive: Pack, dataDir: string, relative: string): Promise<string> {
  const place = path.join(dataDir, relative);
  const { size } = await stat(place);
  const hash = createHash("sha256");
  const entry = archive.entry({ name: relative, size, mode: 0o600 });
  await pipeline(
    createReadStream(place),
    async function* (source: Readable) {
      for await (const chunk of source) {
        hash.update(chunk);
        yield chunk;
      }
    },
    entry,
  );
  return hash.digest("hex");
}

async function fill(archive: Pack, client: Client, dataDir: string, now: Date): Promise<BackupProof> {
  // One moment for every table, while the server goes on working.
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await speakPlainly(client);
  const head: BackupHead = {
    format: BACKUP_FORMAT,
    madeAt: now.toISOString(),
    migrations: await findMigrations(client),
  };
  await add(archive, "head.json", Buffer.from(JSON.stringify(head)));
  const proof: BackupProof = { tables: {}, files: {} };
  for (const table of await findTables(client)) {
    let piece = 0;
    proof.tables[table.name] = await copyOut(client, table, (text) =>
      add(archive, `tables/${table.name}/${String(++piece).padStart(6, "0")}`, text),
    );
  }
  await client.query("COMMIT");
  for (const file of await findFiles(dataDir)) proof.files[file] = await addFile(archive, dataDir, file);
  await add(archive, "proof.json", Buffer.from(JSON.stringify(proof)));
  archive.finalize();
  return proof;
}

/**
 * Writes the whole database and the files of `dataDir` to one file: a tar of COPY texts, compressed, and encrypted
 * where there is a passphrase. Reads as the owner, at one moment, in constant memory; the server may go on working.
 * The file is there whole or not at all, readable by its owner alone.
 * @returns the proof of every table and file
 */
export async function makeBackup(
  ownerUrl: string,
  file: string,
  { dataDir, passphrase, now }: { dataDir: string; passphrase: string | null; now: Date },
): Promise<BackupProof> {
  if (existsSync(file))
    throw new Error(`${file} is there already. A backup is never written over another one.`);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const part = `${file}.part`;
  try {
    const archive = pack();
    const written = pipeline(
      archive,
      createGzip(),
      passphrase === null ? new PassThrough() : seal(passphrase),
      createWriteStream(part, { mode: 0o600, flags: "wx" }),
    );
    const filled = fill(archive, client, dataDir, now).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    const [proof] = await Promise.all([filled, written]);
    await rename(part, file);
    return proof;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
      await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
