import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { runStatements } from "./statements.mjs";

let floor;

function open() {
  floor ??= {
    pool: new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 }),
    recorded: JSON.parse(readFileSync(process.env.FLOOR_RECORDED, "utf8")),
  };
  return floor;
}

/** The rows of what the product ran for this work in this workspace; a create writes a new record each time. */
export async function runRecorded(work, workspace, prepared) {
  const { pool, recorded } = open();
  const one = recorded[work][workspace];
  const fresh = new Map((one.once ?? []).map((value) => [value, randomUUID()]));
  return runStatements(pool, one, fresh, prepared);
}

/** What the product's dashboard showed in this workspace, and to whom. */
export function shownIn(workspace) {
  return open().recorded.dashboard[workspace].shown;
}
