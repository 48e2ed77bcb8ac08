import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/setup/database";

// What the documents say of tables, tests and files is held against what there is.

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
});
afterAll(() => db.end());

const docs = readdirSync("docs").filter((file) => file.endsWith(".md"));

describe("docs/data-protection.md", () => {
  const text = readFileSync("docs/data-protection.md", "utf8");
  const rows = [...text.matchAll(/^\| `(\w+)` *\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];

  it("says of every table what it holds, whose it is and for how long", async () => {
    const { rows: tables } = await db.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' ORDER BY 1",
    );
    expect(rows.map(([, name]) => name).sort()).toEqual(tables.map(({ name }) => name).sort());
    for (const [, name, ...cells] of rows)
      expect({ name, said: cells.every((cell) => cell.trim().length > 3) }).toEqual({ name, said: true });
  });

  it("knows every column that holds an e-mail address", async () => {
    const { rows: columns } = await db.query<{ place: string }>(
      `SELECT c.relname || '.' || a.attname AS place FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
         AND (a.attname LIKE '%mail%' OR a.attname IN ('recipient', 'identifier')) AND format_type(a.atttypid, NULL) = 'text' ORDER BY 1`,
    );
    // A new one: say so in the table of the document, then here.
    expect(columns.map(({ place }) => place)).toEqual([
      "invitations.email",
      "mails.recipient",
      "shares.officer_email",
      "users.email",
      "verification_tokens.identifier",
      "workspaces.contact_email",
    ]);
  });
});

describe("every document", () => {
  it.each(docs)("%s names only files that are there", (doc) => {
    const text = readFileSync(path.join("docs", doc), "utf8");
    const files = [...text.matchAll(/`((?:tests|lib|scripts|app|prisma|docs)\/[^`\s*]+\.\w+)`/g)].map(
      ([, file]) => file ?? "",
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(docs)("%s links only to documents that are there", (doc) => {
    const text = readFileSync(path.join("docs", doc), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, link]) => link ?? "");
    expect(links.filter((link) => !existsSync(path.join("docs", link)))).toEqual([]);
  });
});

describe("docs/threat-model.md", () => {
  it("names the tests that show what it promises, for each who might attack", () => {
    const text = readFileSync("docs/threat-model.md", "utf8");
    const parts = text.split(/^## /m).filter((part) => part.includes("- Promised:"));
    expect(parts.length).toBeGreaterThanOrEqual(7);
    for (const part of parts) {
      const title = part.split("\n")[0];
      expect({
        title,
        not: /\*\*Not promised:\*\*/.test(part),
        tests: /`[^`]+\.(test|spec)\.ts`/.test(part),
      }).toEqual({
        title,
        not: true,
        tests: true,
      });
    }
  });
});
