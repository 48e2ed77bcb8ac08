import path from "node:path";
import { restoreBackup } from "@/lib/db/backup/restore-backup";
import { replayErasures } from "@/lib/db/replay-erasures";
import { readCommandSettings } from "@/lib/env";
import { erasureFile, readErasures } from "@/lib/services/erasure-file";

// npm run restore -- FILE

const USAGE =
  "Usage: npm run restore -- FILE\nBrings a backup back into an empty database, and erases again what was erased since it was made.";

/** Returns the exit code. */
async function main(): Promise<number> {
  const [file] = process.argv.slice(2);
  if (!file) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { databaseUrl, dataDir, backupPassphrase } = readCommandSettings(process.env);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing.");
  const { tables, files } = await restoreBackup(databaseUrl, path.resolve(file), {
    dataDir,
    passphrase: backupPassphrase,
  });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stderr.write(
    `${Object.keys(tables).length} tables with ${rows} rows and ${Object.keys(files).length} files are back, each with the row count and checksum it had.\n`,
  );
  const ledger = erasureFile(dataDir);
  const { entries, erased } = await replayErasures(databaseUrl, await readErasures(ledger));
  process.stderr.write(
    entries === 0
      ? `There is no erasure ledger at ${ledger}. If one was kept beside the backups, put it there and run: npm run -s erasures -- replay\n`
      : `${entries} entries in the erasure ledger, ${erased} erased again.\n`,
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
