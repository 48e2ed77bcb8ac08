import path from "node:path";
import { restoreBackup } from "@/lib/db/backup/restore-backup";
import { findUnneededFiles } from "@/lib/db/find-unneeded-files";
import { replayErasures } from "@/lib/db/replay-erasures";
import { readCommandSettings } from "@/lib/env";
import { sweepFiles } from "@/lib/features/attachments/sweep-files";
import { erasureFile, readErasures } from "@/lib/services/erasure-file";
import { openStore } from "@/lib/services/files/open-store";

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
  const { databaseUrl, backupPassphrase, ...places } = readCommandSettings(process.env);
  const store = openStore(places);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing.");
  const { tables, files } = await restoreBackup(databaseUrl, path.resolve(file), {
    workDir: places.dataDir,
    files: store,
    passphrase: backupPassphrase,
  });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stderr.write(
    `${Object.keys(tables).length} tables with ${rows} rows and ${Object.keys(files).length} files are back, each with the row count and checksum it had.\n`,
  );
  const ledger = erasureFile(places.dataDir);
  const { entries, erased } = await replayErasures(databaseUrl, await readErasures(ledger));
  process.stderr.write(
    entries === 0
      ? `There is no erasure ledger at ${ledger}. If one was kept beside the backups, put it there and run: npm run -s erasures -- replay\n`
      : `${entries} entries in the erasure ledger, ${erased} erased again.\n`,
  );
  // Nobody is uploading anything yet: what no record names belonged to what was erased since.
  const swept = await sweepFiles(new Date(), {
    store,
    ask: (batch) =>
      findUnneededFiles(
        databaseUrl,
        batch,
        batch.map(() => false),
      ),
  });
  if (swept > 0) process.stderr.write(`${swept} files of what was erased are gone again.\n`);
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
