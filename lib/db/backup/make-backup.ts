import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { type Pack, pack } from "tar-stream";
import { copyOut } from "./copy-out";
import { type BackedUpFiles, findFiles, placeOf } from "./files";
import { BACKUP_FORMAT, type BackupHead, type BackupProof } from "./manifest";
import { seal } from "./sealed";
import { findMigrations, findTables, speakPlainly } from "./tables";

/** Adds an entry and waits until there is room for the next. */
function add(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}

/** Adds one file, a few megabytes at most; answers its checksum, null when it has just gone for good. */
async function addFile(archive: Pack, files: BackedUpFiles, name: string): Promise<string | null> {
  const stream = await files.read(placeOf(name));
  if (stream === null) return null;
  const bytes = await buffer(stream);
  await add(archive, name, bytes);
  return createHash("sha256").update(bytes).digest("hex");
}

async function fill(archive: Pack, client: Client, files: BackedUpFiles, now: Date): Promise<BackupProof> {
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
  for (const name of await findFiles(files)) {
    const sha256 = await addFile(archive, files, name);
    if (sha256 !== null) proof.files[name] = sha256;
  }
  await add(archive, "proof.json", Buffer.from(JSON.stringify(proof)));
  archive.finalize();
  return proof;
}

/**
 * Writes the whole database and all files to one file: a tar of COPY texts, compressed, and encrypted
 * where there is a passphrase. Reads as the owner, at one moment, in constant memory; the server may go on working.
 * The file is there whole or not at all, readable by its owner alone.
 * @returns the proof of every table and file
 */
export async function makeBackup(
  ownerUrl: string,
  file: string,
  { files, passphrase, now }: { files: BackedUpFiles; passphrase: string | null; now: Date },
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
    const filled = fill(archive, client, files, now).catch((error: unknown) => {
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
