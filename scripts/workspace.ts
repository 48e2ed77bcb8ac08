import { parseArgs } from "node:util";
import { disconnectAll } from "@/lib/db/clients";
import { settings } from "@/lib/env";
import { confirmAddress, mintToken } from "@/lib/features/sign-in/mint-token";
import { openWorkspace } from "@/lib/features/workspaces/open-workspace";

// npm run -s workspace -- create <slug> --name "…" --owner <email>

const USAGE =
  'Usage: npm run -s workspace -- create <slug> --name "Name of the organisation" --owner name@example.org';
const DAY_SECONDS = 24 * 3600;
const SENTENCES: Record<string, string> = {
  "slug not_a_slug":
    "The slug may hold small letters, digits and dashes, up to 60 of them, such as riverside-refugee-forum.",
  "slug already_used": "There is a workspace with this slug already. Choose another.",
  "slug used_before":
    "This slug belonged to an organisation that was erased, so that no old link leads to another. Choose another.",
  "name required": 'Say the name of the organisation: --name "Riverside Refugee Forum".',
  "name too_long": "The name may have up to 200 characters.",
  "ownerEmail not_an_email": "Say the owner's e-mail address: --owner name@example.org.",
};

/** Returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string" }, owner: { type: "string" } },
  });
  const [verb, slug] = positionals;
  if (verb !== "create" || !slug) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const opened = await openWorkspace({ slug, name: values.name ?? "", ownerEmail: values.owner ?? "" });
  if (!opened.ok) {
    for (const { field, code } of opened.errors)
      process.stderr.write(`${SENTENCES[`${field} ${code}`] ?? `${field}: ${code}`}\n`);
    return 1;
  }
  const path = `/w/${slug}`;
  const link = confirmAddress(await mintToken(opened.value.ownerEmail, DAY_SECONDS), path);
  process.stdout.write(`${settings().appUrl}${path}\n${link}\n`);
  return 0;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 1;
  })
  .finally(disconnectAll);
