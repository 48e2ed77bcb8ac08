import { parseArgs } from "node:util";
import { makeTokenAsOwner } from "@/lib/db/make-token-as-owner";
import { ROLES } from "@/lib/domain/permissions";
import { readCommandSettings } from "@/lib/env";

// npm run -s token -- <workspace-slug> [--role owner|editor|viewer]

const USAGE = "Usage: npm run -s token -- <workspace-slug> [--role owner|editor|viewer]";

/** Returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: "string", default: "owner" } },
  });
  const [slug, ...more] = positionals;
  const role = ROLES.find((one) => one === values.role);
  if (!slug || more.length > 0 || !role) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { databaseUrl } = readCommandSettings(process.env);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing.");
  const made = await makeTokenAsOwner(databaseUrl, slug, role);
  if ("problem" in made) {
    process.stderr.write(
      made.problem === "no_workspace"
        ? `There is no workspace called ${slug} that is open.\n`
        : `${slug} has no owner yet: a token stands for one of its owners.\n`,
    );
    return 1;
  }
  process.stdout.write(`${made.token}\n`);
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
