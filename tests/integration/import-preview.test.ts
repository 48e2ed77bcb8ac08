import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { type ImportMapping, importMappingSchema } from "@/lib/domain/import/mapping";
import { importTable } from "@/lib/features/imports/import-table";
import { clock, expectDone, ownerClient, recordOf, upload, workspaceOf } from "./import-setup";

let owner: pg.Client;
beforeAll(async () => {
  owner = await ownerClient();
});
afterAll(async () => {
  await Promise.all([owner.end(), disconnectAll()]);
});

const HEADERS = [
  "Reference",
  "Title",
  "Who asked",
  "Start date",
  "End date",
  "Topics",
  "Other bodies",
  "Participants",
  "Answered",
  "Report link",
];

const COLUMNS: Record<string, string> = {
  title: "Title",
  publicBody: "Who asked",
  startsOn: "Start date",
  endsOn: "End date",
  topics: "Topics",
  otherBodies: "Other bodies",
  participants: "Participants",
  answered: "Answered",
  answerUrl: "Report link",
};

/** By hand, because headers alone do not match columns whose cells make no sense. */
function mappingOf(text: string): ImportMapping {
  const header = text.slice(0, text.indexOf("\n"));
  const columns = Object.fromEntries(Object.entries(COLUMNS).filter(([, name]) => header.includes(name)));
  return importMappingSchema.parse({ columns, reference: ["Reference"], dates: "ymd" });
}

// Few different values, so that rows repeat, meet and contradict each other.
const row = fc.tuple(
  fc.constantFrom("", "", "R1", "R2", "R3"),
  fc.constantFrom("Parks", "parks", "Ponds", ""),
  fc.constantFrom("Hill Council", "HILL COUNCIL", "Mill Council"),
  fc.constantFrom("2025-01-02", "2025-01-03", "soon"),
  fc.constantFrom("2025-01-02", "2025-01-05", ""),
  fc.constantFrom("", "Housing", "housing; Ponds"),
  fc.constantFrom("", "Mill Council", "Lake Board; hill council"),
  fc.constantFrom("", "7", "seven"),
  fc.constantFrom("", "yes", "no", "perhaps"),
  fc.constantFrom("", "https://hill.example/a", "to follow"),
);
// A sheet may do without its last columns, from the topics on.
const sheet = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 8 }), fc.integer({ min: 5, max: HEADERS.length }))
  .map(([rows, width]) => stringify([HEADERS, ...rows].map((cells) => cells.slice(0, width))));

it("does what its preview said, and nothing the second time", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
      const key = await workspaceOf(owner);
      for (const text of sheets) {
        const mapping = mappingOf(text);
        const before = await recordOf(owner, key.workspaceId);
        const said = expectDone(await importTable(key, upload(text), { mapping, dryRun: true }, clock));
        expect(await recordOf(owner, key.workspaceId)).toBe(before);
        const did = expectDone(await importTable(key, upload(text), { mapping, dryRun: false }, clock));
        expect(did).toEqual(said);
        const after = await recordOf(owner, key.workspaceId);
        const again = expectDone(await importTable(key, upload(text), { mapping, dryRun: false }, clock));
        expect(again).toMatchObject({ created: 0, changed: 0, rejected: did.rejected });
        expect(await recordOf(owner, key.workspaceId)).toBe(after);
      }
    }),
    { numRuns: 40 },
  );
});
