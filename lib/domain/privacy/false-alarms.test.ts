import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { consultationInput } from "@/lib/domain/consultation";
import { findIdentifiers } from "./find-identifiers";
import { identifiersIn } from "./free-text";

const register: Record<string, string>[] = parse(
  readFileSync("tests/data/canada_consulting_2025-01-24.csv"),
  { columns: true, bom: true },
);

/** Every alarm in these rows' columns, as kind and the text found. */
function alarms(rows: Record<string, string>[], columns: string[]): string[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const text = row[column] ?? "";
      return findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    }),
  );
}

// 16,000 texts take two seconds alone, more where other tests run beside.
describe("a public register holds nothing that identifies a person", { timeout: 30_000 }, () => {
  const first = register.slice(0, 1000);

  it.each(["en", "fr"])("1,000 real titles and descriptions (%s): no alarm", (language) => {
    expect(alarms(first, [`title_${language}`, `description_${language}`])).toEqual([]);
  });

  it("the other 4,058: no alarm either", () => {
    const rest = register.slice(1000);
    expect(alarms(rest, ["title_en", "description_en", "title_fr", "description_fr"])).toEqual([]);
  });

  it("its bodies and links: no alarm", () => {
    const columns = [
      "owner_org_title",
      "profile_page_en",
      "profile_page_fr",
      "report_link_en",
      "report_link_fr",
    ];
    expect(alarms(register, columns)).toEqual([]);
  });

  it("its keys: one looks like a passport number, which a reference may", () => {
    expect(alarms(register, ["registration_number"])).toEqual(["passport: CC2020225"]);
    const references = register.map((row) => ({ reference: row.registration_number }));
    expect(references.flatMap((values) => identifiersIn(consultationInput, values))).toEqual([]);
  });
});

it("the demo's records: no alarm", () => {
  const files = readdirSync("prisma/seed/scenarios").map((name) => `prisma/seed/scenarios/${name}`);
  const texts = [...files, "prisma/seed/demo-workspaces.ts"].flatMap((file) => {
    const literals = readFileSync(file, "utf8").match(/"(?:[^"\\\n]|\\.)*"/g) ?? [];
    return literals.map((literal): string => JSON.parse(literal));
  });
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => findIdentifiers(text).length > 0)).toEqual([]);
});
