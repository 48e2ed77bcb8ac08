import { z } from "zod";
import { disconnectAll } from "@/lib/db/clients";
import { confirmAddress, mintToken } from "@/lib/features/sign-in/mint-token";
import { openFirstAdmin } from "@/lib/features/sign-in/open-first-admin";

// npm run -s sign-in-link -- <email>: for the first admin, or when mail is down.

const DAY_SECONDS = 24 * 3600;

/** Returns the exit code. */
async function main(): Promise<number> {
  const email = process.argv[2]?.trim().toLowerCase() ?? "";
  if (!z.email().safeParse(email).success) {
    process.stderr.write("Usage: npm run -s sign-in-link -- name@example.org\n");
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
  process.stdout.write(`${confirmAddress(await mintToken(email, DAY_SECONDS), "/")}\n`);
  return 0;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .finally(disconnectAll);
