import { disconnectAll, systemClient } from "@/lib/db/clients";
import { confirmAddress, mintToken } from "@/lib/features/sign-in/mint-token";

// npm run -s sign-in-link -- <email>: for the first admin, or when mail is down.

const DAY_SECONDS = 24 * 3600;

/** Returns the exit code. */
async function main(): Promise<number> {
  const email = process.argv[2]?.trim().toLowerCase();
  if (!email) {
    process.stderr.write("Usage: npm run -s sign-in-link -- name@example.org\n");
    return 2;
  }
  if (!(await systemClient().user.findUnique({ where: { email } }))) {
    process.stderr.write(`Nobody is known as ${email}. Open a workspace for them first: npm run -s workspace -- create <slug> --name "…" --owner ${email}\n`);
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
