import { parseArgs } from "node:util";
import { z } from "zod";
import { disconnectAll } from "@/lib/db/clients";
import { resetSecondFactor } from "@/lib/features/second-factor/reset-second-factor";
import { confirmAddress, mintToken } from "@/lib/features/sign-in/mint-token";
import { openFirstAdmin } from "@/lib/features/sign-in/open-first-admin";

// npm run -s sign-in-link -- <email>: for the first admin, or when mail is down.
// With --reset-second-factor: for an admin who lost both the app and the recovery codes.

const DAY_SECONDS = 24 * 3600;

/** Returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { "reset-second-factor": { type: "boolean" } },
  });
  const email = positionals[0]?.trim().toLowerCase() ?? "";
  if (!z.email().safeParse(email).success) {
    process.stderr.write("Usage: npm run -s sign-in-link -- name@example.org [--reset-second-factor]\n");
    return 2;
  }
  const found = await openFirstAdmin(email);
  if (found === "first_admin") process.stderr.write(`${email} is now the first platform admin.\n`);
  if (found === null) {
    process.stderr.write(
      `Nobody is known as ${email}. Open a workspace for them first: npm run -s workspace -- create <slug> --name "…" --owner ${email}\n`,
    );
    return 1;
  }
  if (values["reset-second-factor"]) {
    const forgotten = await resetSecondFactor(email);
    process.stderr.write(
      forgotten
        ? `The second factor of ${email} is forgotten. They set up a new one after signing in.\n`
        : `${email} had no second factor.\n`,
    );
  }
  process.stdout.write(`${confirmAddress(await mintToken(email, DAY_SECONDS), "/")}\n`);
  return 0;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .finally(disconnectAll);
