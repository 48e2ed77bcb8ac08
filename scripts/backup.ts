import path from "node:path";
import { makeBackup } from "@/lib/db/backup/make-backup";
import { readCommandSettings } from "@/lib/env";
import { openStore } from "@/lib/services/files/open-store";

// npm run backup -- FILE

const USAGE =
  "Usage: npm run backup -- FILE\nWrites the whole database and the files to FILE, encrypted when BACKUP_PASSPHRASE is set.";

/** Returns the exit code. */
async function main(): Promise<number> {
  const [file] = process.argv.slice(2);
  if (!file) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { databaseUrl, backupPassphrase, ...places } = readCommandSettings(process.env);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing.");
  const { tables, files } = await makeBackup(databaseUrl, path.resolve(file), {
    files: openStore(places),
    passphrase: backupPassphrase,
    now: new Date(),
  });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stderr.write(
    `${Object.keys(tables).length} tables with ${rows} rows and ${Object.keys(files).length} files are in ${file}.\n${
      backupPassphrase === null
        ? "It is NOT encrypted: BACKUP_PASSPHRASE is not set. Keep it where nobody else can read it.\n"
        : "It is encrypted. Without the passphrase nobody can read it, you neither.\n"
    }AUTH_SECRET is not in it. Keep that as well: passwords of the database roles and second factors are made from it.\n`,
  );
  return 0;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
