import { parseArgs } from "node:util";
import { readCommandSettings } from "@/lib/env";
import { seedBench } from "@/prisma/seed/bench/seed-bench";

// npm run seed -- --workspaces N --consultations M

const USAGE = "Usage: npm run seed -- --workspaces 100 --consultations 200";

/** A whole number from 1 to `most`, or null. */
function size(text: string | undefined, most: number): number | null {
  const number = Number(text);
  return text && Number.isInteger(number) && number >= 1 && number <= most ? number : null;
}

/** Returns the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { workspaces: { type: "string" }, consultations: { type: "string" } },
  });
  const workspaces = size(values.workspaces, 100_000);
  const consultations = size(values.consultations, 100_000);
  if (workspaces === null || consultations === null) {
    process.stderr.write(`${USAGE}\nBoth are whole numbers from 1 to 100,000.\n`);
    return 2;
  }
  const { databaseUrl } = readCommandSettings(process.env);
  if (!databaseUrl) throw new Error("seed.ts needs DATABASE_URL");
  const added = await seedBench(databaseUrl, { workspaces, consultations }, (done) =>
    process.stderr.write(`\r${done} workspaces added`),
  );
  process.stderr.write(added > 0 ? "\n" : "They are all there already.\n");
  return 0;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 1;
  });
