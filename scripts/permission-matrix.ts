/**
 * Writes docs/permissions.md from the code: who may do what, what is told to the trail, and which doors lead there.
 *
 *   npm run permissions                             writes it
 *   npm run permissions -- --check                  exits 1 when it is out of date
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { may, ROLES, SCOPES } from "@/lib/domain/permissions";
import { type Door, findDoors } from "./permissions/doors";
import { exportedActions, filesBelow, ROOT } from "./permissions/source";
import { type DeclaredUseCase, declaredUseCases } from "./permissions/use-cases";

const FILE = path.join(ROOT, "docs/permissions.md");
const yes = (allowed: boolean) => (allowed ? "yes" : "");

/** A table as the formatter would write it: columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(3, ...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = all;
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}

function sayDoors(doors: readonly Door[] | undefined): string {
  const said = (doors ?? []).map(({ kind, name }) =>
    kind === "page" || kind === "route" ? `\`${name}\`` : `${kind} \`${name}\``,
  );
  return said.length > 0 ? said.join("<br>") : "used by other code only";
}

const sayAudit = (audit: readonly string[] | "none") =>
  audit === "none"
    ? "reads only"
    : audit.length === 0
      ? "not told"
      : audit.map((kind) => `\`${kind}\``).join("<br>");

const noun = (file: string) => file.split("/")[2] ?? "";

function tablesOfUseCases(useCases: readonly DeclaredUseCase[], doors: Map<string, Door[]>): string {
  const nouns = [...new Set(useCases.map(({ file }) => noun(file)))];
  return nouns
    .map((one) => {
      const rows = useCases
        .filter(({ file }) => noun(file) === one)
        .map(({ name, file, permission, audit }) => [
          `\`${name}\``,
          permission,
          ROLES.filter((role) => may(role, permission)).join(", "),
          sayAudit(audit),
          sayDoors(doors.get(`${file} ${name}`)),
        ]);
      return `### ${one}\n\n${table(["use case", "needs", "roles", "told to the trail", "doors"], rows)}`;
    })
    .join("\n\n");
}

/** Actions that lead to no use case: what somebody does for themselves, before or outside of any workspace. */
function otherActions(): string[][] {
  return filesBelow("lib/features", /actions\.ts$/).flatMap((file) =>
    exportedActions(file)
      .filter(({ text }) => !/\b(workspaceAction|workspaceCommand|adminAction)\(/.test(text))
      .map(({ name }) => [`\`${name}\``, `\`${file}\``]),
  );
}

const { useCases, adminUseCases } = declaredUseCases();
const doors = findDoors([...useCases, ...adminUseCases]);
const text = `# Who may do what

Written from the code by \`scripts/permission-matrix.ts\`; \`npm run check\` fails when it is out of date. To write it anew:

\`\`\`sh
npm run permissions
\`\`\`

## Roles

Every member of a workspace has one role. What a role does not list it may not do; a new scope belongs to nobody until it is listed in \`lib/domain/permissions.ts\`. Viewers get a read-only transaction from PostgreSQL itself, and so does everybody while their organisation is paused or closing. Officers and platform admins are no members: none of these scopes is theirs.

${table(
  ["scope", ...ROLES],
  SCOPES.map((scope) => [scope, ...ROLES.map((role) => yes(may(role, scope)))]),
)}

## What members do

Everything that reads or changes an organisation's data is one of these. Each declares the scope it needs, the events it writes to the trail in the same transaction, and the shape of its input; "reads only" makes its transaction read-only at the database.

${tablesOfUseCases(useCases, doors)}

## What platform admins do

The database role behind these has no grant on any organisation's content. "Confirmed" means that the admin shows their second factor again within ten minutes (outside of demo mode). What they do is told in the platform's own trail.

${table(
  ["use case", "confirmed", "told to the platform's trail", "doors"],
  adminUseCases.map(({ name, file, confirm, audit }) => [
    `\`${name}\``,
    yes(confirm === "fresh"),
    sayAudit(audit),
    sayDoors(doors.get(`${file} ${name}`)),
  ]),
)}

## What belongs to no workspace

Forms that reach no organisation's data: signing in, and what somebody keeps for themselves. Why each of them is safe without a use case is written in \`tests/architecture/actions.test.ts\`.

${table(["action", "where"], otherActions())}
`;

const check = process.argv.includes("--check");
const current = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
if (check && current !== text) {
  console.error("docs/permissions.md is out of date: npm run permissions");
  process.exitCode = 1;
} else if (check) console.log("docs/permissions.md is up to date.");
else writeFileSync(FILE, text);
