import { findUnneededFiles } from "@/lib/db/find-unneeded-files";
import { replayErasures } from "@/lib/db/replay-erasures";
import { readCommandSettings } from "@/lib/env";
import { sweepFiles } from "@/lib/features/attachments/sweep-files";
import { erasureFile, readErasures } from "@/lib/services/erasure-file";
import { openStore } from "@/lib/services/files/open-store";

// npm run -s erasures -- replay [FILE]

const USAGE =
  "Usage: npm run -s erasures -- replay [FILE]\nErases again what the ledger says was erased: after a database was restored from an older copy.";

/** Returns the exit code. */
async function main(): Promise<number> {
  const [verb, given] = process.argv.slice(2);
  if (verb !== "replay") {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { databaseUrl, ...places } = readCommandSettings(process.env);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing.");
  const file = given ?? erasureFile(places.dataDir);
  const { entries, erased } = await replayErasures(databaseUrl, await readErasures(file));
  await sweepFiles(new Date(), {
    store: openStore(places),
    ask: (batch, fresh) => findUnneededFiles(databaseUrl, batch, fresh),
  });
  process.stdout.write(`${entries} in the ledger, ${erased} erased again\n`);
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
