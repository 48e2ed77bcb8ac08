import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Client } from "pg";
import type { BodyKind } from "@/lib/domain/taxonomy";

const FILES = ["uk-local-authorities.csv", "nhs-trusts.csv", "police-forces.csv"] as const;

/** A body of the shared directory, as its table has it. */
export type DirectoryRow = {
  id: string;
  name: string;
  aliases: string[];
  /** In lower case: the name, and every other name that no second body goes by. */
  names: string[];
  kind: BodyKind;
  nation: string;
  code: string;
};

function path(file: string): string {
  return join(process.cwd(), "prisma/seed/data", file);
}

function rowsOf(file: (typeof FILES)[number]): Record<string, string>[] {
  return parse(readFileSync(path(file)), { columns: true });
}

/** "Leeds Teaching Hospitals NHS Foundation Trust" is also said without its kind of trust. */
function trustAliases(name: string): string[] {
  const short = name.replace(/ NHS (?:Foundation )?Trust$/, "");
  if (short === name) return [];
  return [
    name.includes("Foundation") ? `${short} NHS Trust` : `${short} NHS Foundation Trust`,
    `${short} NHS`,
  ];
}

/** A force called Constabulary is also said Police, and the other way round. */
function forceAliases(name: string): string[] {
  if (name.endsWith(" Constabulary")) return [name.replace(/Constabulary$/, "Police")];
  return name.endsWith(" Police") ? [name.replace(/Police$/, "Constabulary")] : [];
}

const split = (aliases = "") => aliases.split("|").filter(Boolean);

/** Every body of the lists, with the names that mean it and no other. */
export function directoryRows(): DirectoryRow[] {
  const councils = rowsOf("uk-local-authorities.csv").map(
    ({ gss = "", name = "", nation = "", aliases }) => ({
      ...{ id: `gss:${gss}`, name, nation, code: gss },
      ...{ kind: "council" as const, aliases: split(aliases) },
    }),
  );
  const trusts = rowsOf("nhs-trusts.csv").map(({ ods = "", name = "", nation = "" }) => ({
    ...{ id: `ods:${ods}`, name, nation, code: ods },
    ...{ kind: "health" as const, aliases: trustAliases(name) },
  }));
  const forces = rowsOf("police-forces.csv").map(({ id = "", name = "", nation = "", aliases }) => ({
    ...{ id: `police:${id}`, name, nation, code: id },
    ...{ kind: "police" as const, aliases: [...split(aliases), ...forceAliases(name)] },
  }));
  const all = [...councils, ...trusts, ...forces];
  const official = new Set(all.map(({ name }) => name.toLowerCase()));
  const said = new Map<string, number>();
  for (const alias of all.flatMap(({ aliases }) => aliases))
    said.set(alias.toLowerCase(), (said.get(alias.toLowerCase()) ?? 0) + 1);
  return all.map((one) => ({
    ...one,
    names: [
      one.name.toLowerCase(),
      ...one.aliases.map((alias) => alias.toLowerCase()).filter((a) => !official.has(a) && said.get(a) === 1),
    ],
  }));
}

/** Says which lists the directory is to be filled from. */
export function directoryMark(): string {
  const hash = createHash("sha256");
  for (const file of FILES) hash.update(readFileSync(path(file)));
  return `Filled from ${hash.digest("hex").slice(0, 16)}`;
}

/**
 * Brings the directory to the lists. A body that a list no longer has stays, as one of the past; one that a platform
 * admin added or changed is left as they made it.
 */
export async function keepDirectory(client: Client): Promise<void> {
  const rows = JSON.stringify(directoryRows());
  await client.query(
    `WITH listed AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS l (id text, name text, aliases text[], names text[], kind body_kind, nation text, code text)
     ), kept AS (
       INSERT INTO directory_bodies (id, name, aliases, names, kind, nation, code)
       SELECT id, name, aliases, names, kind, nation, code FROM listed
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, aliases = excluded.aliases, names = excluded.names,
         kind = excluded.kind, nation = excluded.nation, code = excluded.code, current = true
       WHERE NOT directory_bodies.by_hand
     )
     UPDATE directory_bodies d SET current = false WHERE d.current AND NOT d.by_hand AND d.id NOT IN (SELECT id FROM listed)`,
    [rows],
  );
  await client.query("SELECT settle_directory_names()");
  await client.query(`COMMENT ON TABLE directory_bodies IS ${client.escapeLiteral(directoryMark())}`);
}
