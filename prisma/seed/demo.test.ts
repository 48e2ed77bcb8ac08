import { describe, expect, it } from "vitest";
import { newConsultation } from "@/lib/domain/consultation";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import { newExtension, newFollowUp, newResponse } from "@/lib/domain/follow-up";
import { addDays, dayNumber, type PlainDate } from "@/lib/domain/plain-date";
import { STANDINGS } from "@/lib/domain/standing";
import { DEMO_RECORDS } from "./demo-records";
import { demoRows, type Row, type Table } from "./demo-rows";
import { RIVERSIDE } from "./demo-workspaces";
import type { Scenario } from "./scenario";

/** A Monday, a Saturday, 29 February, New Year's Day, Christmas Day and the day after Easter. */
const TODAYS: PlainDate[] = [
  "2026-11-23",
  "2026-11-21",
  "2028-02-29",
  "2027-01-01",
  "2026-12-25",
  "2027-03-30",
];
const scenarios = DEMO_RECORDS.flatMap(({ workspace, scenarios }) =>
  scenarios.map((scenario) => ({ name: `${workspace.slug}: ${scenario.title}`, workspace, scenario })),
);
const riverside = DEMO_RECORDS.find(({ workspace }) => workspace === RIVERSIDE)?.scenarios ?? [];

/** Days on which something happened, so that must be past; far enough that a move to a working day keeps it so. */
function pastDays(scenario: Scenario): number[] {
  return [
    scenario.asked,
    scenario.cancelled,
    scenario.accepted?.on,
    ...(scenario.responses ?? []).map((response) => response.on),
    ...(scenario.extensions ?? []).map((extension) => extension.agreed),
    ...(scenario.followUps ?? []).flatMap((followUp) => [
      followUp.made,
      followUp.done,
      ...(followUp.moves ?? []).map((move) => move.on),
    ]),
  ].filter((day) => day !== undefined && day !== null);
}

/** Everything a person reads in a scenario. */
function wordsOf(scenario: Scenario): string {
  return JSON.stringify(scenario, (key, value: unknown) =>
    ["stands", "kind", "level", "voice", "topics", "sourceUrl", "evidenceUrl"].includes(key)
      ? undefined
      : value,
  ).replace(/"\w+":/g, "");
}

describe("the scenarios", () => {
  it("are enough, and every standing is among Riverside's", () => {
    expect(DEMO_RECORDS.map(({ scenarios }) => scenarios.length)).toEqual([34, 14]);
    expect(STANDINGS.filter((standing) => !riverside.some(({ stands }) => stands === standing))).toEqual([]);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it.each(scenarios)("$name: the days follow each other", ({ workspace, scenario }) => {
    const { asked, starts, ends = starts, cancelled } = scenario;
    expect(Math.max(...pastDays(scenario))).toBeLessThanOrEqual(-5);
    expect(asked).toBeLessThan(starts);
    expect(starts).toBeLessThanOrEqual(ends);
    if (scenario.answerPromised !== undefined) expect(scenario.answerPromised).toBeGreaterThan(ends);
    if (cancelled !== undefined) expect([asked < cancelled, cancelled < starts]).toEqual([true, true]);
    if (scenario.accepted) expect(scenario.accepted.on).toBeGreaterThan(ends);
    const answers = (scenario.responses ?? []).map(({ on }) => on).filter((on) => on !== null);
    expect(answers).toEqual([...answers].sort((a, b) => a - b));
    expect(answers.every((on) => on > (cancelled === undefined ? starts : asked))).toBe(true);
    for (const followUp of scenario.followUps ?? []) {
      const path = [followUp.made, ...(followUp.moves ?? []).map(({ on }) => on)];
      const dues = [...(followUp.moves ?? []).map(({ from }) => from), followUp.due ?? Infinity];
      expect(path).toEqual([...path].sort((a, b) => a - b));
      expect(dues).toEqual([...dues].sort((a, b) => a - b));
      expect(followUp.made).toBeLessThan(dues[0] ?? 0);
      if (followUp.done !== undefined) expect(followUp.done).toBeGreaterThan(followUp.made);
      expect(followUp.done !== undefined).toBe(followUp.bodySays === "done");
      expect(followUp.owner === "us" || followUp.basis !== undefined).toBe(true);
    }
    for (const { newDue, agreed } of scenario.extensions ?? []) expect(newDue).toBeGreaterThan(agreed);
    for (const body of [scenario.body, ...(scenario.otherBodies ?? [])])
      expect(workspace.bodies).toHaveProperty(body);
  });

  it.each(scenarios)("$name: speaks plainly and names nobody", ({ scenario }) => {
    const words = wordsOf(scenario);
    // Words people have met at the Home Office, and words that blame.
    expect(words).not.toMatch(
      /\b(return\w*|settle[dr]\w*|leave|leaving|refus\w*|removal\w*|interview\w*|hearing\w*|status|ignor\w*|beneficiar\w*|cases?)\b/i,
    );
    // Seasons, months and years would not fit the day of seeding.
    expect(words).not.toMatch(
      /\b(spring|summer|autumn|winter|January|February|April|June|July|August|September|October|November|December|20\d\d)\b/i,
    );
    // Digits in a row, addresses, and people's titles.
    expect(words).not.toMatch(
      /\d[\d ()+-]{5,}\d|@|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|\b(Mr|Mrs|Ms|Dr|Cllr|Councillor) /,
    );
    for (const { name } of Object.values(DEMO_PEOPLE)) expect(words).not.toContain(name);
    const links = JSON.stringify(scenario).match(/https?:\/\/[^/"]+/g) ?? [];
    expect(links.every((link) => link.startsWith("https://") && link.endsWith(".example"))).toBe(true);
  });

  it("use every choice a promise can have, moved dates, extensions and unknown counts", () => {
    const followUps = riverside.flatMap((scenario) => scenario.followUps ?? []);
    const seen = (values: unknown[]) => [...new Set(values)].filter((value) => value !== undefined).sort();
    expect(seen(followUps.map(({ owner }) => owner))).toEqual(["body", "joint", "us"]);
    expect(seen(followUps.map(({ basis }) => basis))).toEqual(["minuted", "spoken", "written"]);
    expect(seen(followUps.map(({ communitySays }) => communitySays))).toEqual(["no", "partly", "yes"]);
    expect(followUps.some(({ due }) => due === undefined)).toBe(true);
    expect(followUps.filter(({ moves }) => moves).length).toBeGreaterThan(2);
    expect(riverside.some(({ extensions }) => extensions)).toBe(true);
    expect(
      riverside.some(({ participants, stands }) => participants === undefined && stands === "silent"),
    ).toBe(true);
  });
});

describe.each(TODAYS)("seeded on %s", (today) => {
  const { rows, topics } = demoRows(today);
  const of = (table: Table) => rows.get(table) ?? [];

  it("makes the same rows each time, each with its own id", () => {
    expect(demoRows(today)).toEqual({ rows, topics });
    for (const [, tableRows] of rows) {
      const ids = tableRows.flatMap((row) => (row.id === undefined ? [] : [`${row.workspace_id} ${row.id}`]));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("writes what the forms would take", () => {
    const refused = [
      ...of("consultations").map((row) => newConsultation.safeParse(asInput(row, ["version"], true))),
      ...of("body_responses").map((row) => newResponse.safeParse(asInput(row, ["version"]))),
      ...of("follow_ups").map((row) => newFollowUp.safeParse(asInput(row, ["version"]))),
      ...of("extensions").map((row) => newExtension.safeParse(asInput(row, []))),
    ].flatMap((parsed) => parsed.error?.issues ?? []);
    expect(refused).toEqual([]);
  });

  it("keeps to working days, and tells of nothing before it was known", () => {
    const dates = [...rows.values()]
      .flat()
      .flatMap((row) => Object.entries(row).filter(([column]) => column.endsWith("_on")));
    expect(dates.length).toBeGreaterThan(300);
    const weekend = dates.filter(([, date]) => date !== null && [2, 3].includes(dayNumber(String(date)) % 7));
    expect(weekend).toEqual([]);
    const stamps = [...rows.values()].flat().flatMap((row) => [row.created_at, row.updated_at, row.at]);
    const late = stamps.filter((at) => at !== undefined && String(at) > `${addDays(today, -1)}T23:59:59Z`);
    expect(late).toEqual([]);
  });
});

/** A row as a form would have sent it. */
function asInput(row: Row, leftOut: string[], withNames = false): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (
      [
        "workspaceId",
        "publicBodyId",
        "createdAt",
        "createdBy",
        "updatedAt",
        "updatedBy",
        ...leftOut,
      ].includes(field)
    )
      continue;
    if (value !== null) input[field] = value;
  }
  return withNames ? { ...input, publicBody: "Somebody" } : input;
}
