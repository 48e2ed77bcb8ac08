import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEVER, NEVER_TABLES, RELEASED, type ReleasedTable } from "@/lib/domain/release/allow-list";
import { testDatabase } from "@/tests/setup/database";

const owner = new pg.Client({ connectionString: testDatabase().owner });
const tables = Object.keys(RELEASED) as ReleasedTable[];

beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("the release firewall", () => {
  it.each(tables)("decides about every column of %s", async (table) => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY 1",
      [table],
    );
    const decided = [...Object.keys(RELEASED[table]), ...Object.keys(NEVER[table])].sort();
    expect(decided).toEqual(rows.map(({ name }) => name).sort());
  });

  it("decides about every table of a workspace", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')
       ORDER BY 1`,
    );
    const decided = [
      ...tables.filter((table) => table !== "workspaces"),
      ...Object.keys(NEVER_TABLES),
    ].sort();
    expect(decided).toEqual(rows.map(({ name }) => name).sort());
  });

  it("says why, wherever something never leaves", () => {
    for (const table of tables)
      for (const [column, { why }] of Object.entries(NEVER[table]))
        expect({ table, column, said: why.length > 3 }).toEqual({ table, column, said: true });
  });

  it("releases no member's name, notes, place, exact number or payment", () => {
    const words = Object.entries(RELEASED).flatMap(([table, columns]) =>
      Object.entries(columns)
        .filter(([, treatment]) => !["people", "factor", "key"].includes(treatment))
        .map(([column]) => `${table}.${column}`),
    );
    expect(
      words.filter((name) =>
        /notes|place|created_by|updated_by|payment|hours|minutes|participants|\.people|reference|decided_by/.test(
          name,
        ),
      ),
    ).toEqual([]);
  });
});
