import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releasedCount } from "@/lib/domain/privacy/suppression";
import { buildRelease } from "./build-release";
import { exampleConsultation, exampleRecord } from "./example-record";
import type { ReleaseScope } from "./release-context";
import type { ShareRecord } from "./share-record";
import { SECTIONS, type Section } from "./snapshot";

const today = "2026-11-22";
const everything: ReleaseScope = { bodyId: null, fromOn: null, toOn: null, sections: SECTIONS };

function refOf(id: string): string {
  return Buffer.from(id.padEnd(8, "_")).toString("hex").slice(0, 16);
}

function release(record: ShareRecord, scope: Partial<ReleaseScope> = {}) {
  return buildRelease(record, { scope: { ...everything, ...scope }, today, checkedOn: today, refOf });
}

function followUp(
  row: Record<string, unknown>,
  over: Partial<{ due: string; state: "open" | "late" | "done" }> = {},
) {
  return {
    row: {
      id: "promise",
      public_body_id: null,
      owner: "body",
      waiting_on: "body",
      title: "Open a second desk",
      promised_words: null,
      basis: "written",
      made_by_role: "Head of housing",
      made_on: "2026-07-01",
      due_on: "2026-10-01",
      body_says: "not_started",
      done_on: null,
      community_says: "not_asked",
      evidence_url: null,
      ...row,
    },
    due: "2026-10-01",
    state: "late" as const,
    moves: [],
    ...over,
  };
}

describe("what leaves", () => {
  it("is picked from the allow-list and nothing else", () => {
    const row = {
      secret_column: "planted",
      notes: "planted too",
      payment_received: 370,
      reference: "planted-3",
    };
    const { snapshot } = release(exampleRecord([exampleConsultation("a", { row })]));
    expect(JSON.stringify(snapshot)).not.toMatch(/planted|370/);
    expect(snapshot.consultations[0]).toMatchObject({ title: "Consultation a", people: 45, hours: 67.5 });
  });

  it("holds nothing of a text that may show a person, also of one that was acknowledged", () => {
    const row = { title: "Ring Amina on 07700 900123", purpose: "Ask about homes" };
    const { snapshot, withheld, places } = release(exampleRecord([exampleConsultation("a", { row })]));
    expect(snapshot.consultations[0]).toMatchObject({
      title: { withheld: "identifier" },
      purpose: "Ask about homes",
    });
    expect(JSON.stringify(snapshot)).not.toContain("Amina");
    expect(withheld).toContainEqual({ reason: "identifier", what: "title", count: 1 });
    expect(places).toMatchObject([{ reason: "identifier", record: { id: "a" } }]);
  });

  it("holds roles, never names; our own follow-ups never", () => {
    const followUps = [
      followUp({ made_by_role: "Jane Smith", public_body_id: null }),
      followUp({ id: "ours", owner: "us", title: "Book our hall" }),
    ];
    const { snapshot, withheld } = release(exampleRecord([exampleConsultation("a", { followUps })]));
    expect(snapshot.promises).toHaveLength(1);
    expect(snapshot.promises[0]).toMatchObject({
      madeByRole: { withheld: "not_a_role" },
      body: { name: "Riverside Borough Council" },
    });
    expect(JSON.stringify(snapshot)).not.toMatch(/Jane|Book our hall/);
    expect(withheld).toContainEqual({ reason: "internal", what: "follow_up", count: 1 });
  });

  it("holds nothing at all of what is still to come, and no day of it", () => {
    const coming = exampleConsultation("b", {
      row: { title: "Meet at the old mill", starts_on: "2026-12-04", ends_on: null },
      standing: { standing: "planned", flagged: false },
      followUps: [followUp({ title: "Bring tea to the mill" })],
    });
    const running = exampleConsultation("c", {
      row: { starts_on: "2026-11-02", ends_on: "2026-12-19", answer_due_on: "2027-03-13" },
      standing: { standing: "open", flagged: false, overdueSince: null },
      firstDue: { on: "2027-03-13", source: "benchmark" },
    });
    const { snapshot } = release(exampleRecord([coming, running]));
    expect(snapshot.consultations).toHaveLength(1);
    expect(snapshot.consultations[0]).toMatchObject({ endsOn: null, answerDue: null, firstAnswerDue: null });
    expect(JSON.stringify(snapshot)).not.toMatch(/mill|2026-12|2027-03/);
  });

  it.each(["safety", "own"])("shows months only on the sensitive topic %s, for every date", (topic) => {
    const stored = exampleConsultation("a", {
      topics: [topic],
      row: { explanation_accepted_on: "2026-11-03" },
      standing: { firstAnswerOn: "2026-10-02" },
      followUps: [followUp({})],
      extensions: [{ new_due_on: "2026-10-09", agreed_on: "2026-08-08", reason: null, agreed_by: null }],
      responses: [
        {
          id: "r",
          consultation_id: "a",
          kind: "update",
          received_on: "2026-08-09",
          summary: null,
          source_url: null,
        },
      ],
    });
    const { snapshot } = release(exampleRecord([stored]));
    const dates = JSON.stringify({ ...snapshot, releasedOn: "", checkedOn: "" }).match(/\d{4}-\d{2}-\d{2}/g);
    expect(dates).toBeNull();
    expect(snapshot.consultations[0]).toMatchObject({
      monthsOnly: true,
      startsOn: "2026-06",
      askedOn: "2026-05",
    });
    expect(snapshot.promises[0]?.due.on).toBe("2026-10");
  });

  it("of a view for one body is what it asked and promised, and nothing of the others", () => {
    const record = exampleRecord([
      exampleConsultation("a"),
      exampleConsultation("b", {
        row: { public_body_id: "trust", title: "Trust survey", purpose: "their own" },
        followUps: [
          followUp({ public_body_id: "council", title: "Council desk" }),
          followUp({ id: "t", title: "Trust clinic" }),
        ],
      }),
    ]);
    const { snapshot } = release(record, { bodyId: "council" });
    expect(snapshot.consultations.map((one) => one.title)).toEqual(["Consultation a"]);
    expect(snapshot.promises).toMatchObject([
      { title: "Council desk", parent: { ref: null, title: "Trust survey" } },
    ]);
    expect(JSON.stringify(snapshot)).not.toMatch(/Trust clinic|their own|Eastmoor/);
  });

  it("of a view for a successor is also what those before it asked, under their own name", () => {
    const bodies = [
      { id: "council", name: "Riverside Borough Council", kind: "council" },
      { id: "old", name: "Riverside District Council", kind: "council", succeeded_by: "council" },
      { id: "older", name: "Riverside Rural District", kind: "council", succeeded_by: "old" },
    ];
    const stored = exampleConsultation("a", { row: { public_body_id: "older" }, followUps: [followUp({})] });
    const { snapshot } = release(exampleRecord([stored], { bodies }), { bodyId: "council" });
    expect(snapshot.promises[0]?.body?.name).toBe("Riverside Rural District");
    expect(
      release(exampleRecord([stored], { bodies }), { bodyId: "old" }).snapshot.consultations,
    ).toHaveLength(1);
    const other = exampleConsultation("b", { row: { public_body_id: "council" } });
    expect(release(exampleRecord([other], { bodies }), { bodyId: "old" }).snapshot.consultations).toEqual([]);
  });

  it("has only the sections that were chosen", () => {
    const stored = exampleConsultation("a", { followUps: [followUp({})] });
    const { snapshot } = release(exampleRecord([stored]), { sections: ["promises"] });
    expect(snapshot).toMatchObject({ consultations: [], responses: [], activities: [], measures: null });
    expect(snapshot.promises).toMatchObject([{ parent: { ref: null, title: "Consultation a" } }]);
  });
});

describe("measures", () => {
  it("are added up from what was released, and compare nothing below five finished", () => {
    const four = ["a", "b", "c", "d"].map((id) => exampleConsultation(id, { row: { participants: 13 } }));
    const few = exampleConsultation("e", {
      row: { participants: 4, starts_on: "2026-11-01" },
      standing: { standing: "waiting", flagged: false },
    });
    const { snapshot } = release(exampleRecord([...four, few]));
    expect(snapshot.measures).toMatchObject({
      consultations: 5,
      finished: 4,
      people: { people: 60, orMore: true },
      hoursGiven: { hours: 90, orMore: true },
      hoursNoAction: { hours: 90, orMore: false },
      answered: { part: 0, whole: 5, enough: false },
    });
    const five = release(exampleRecord([...four, exampleConsultation("f")]));
    expect(five.snapshot.measures?.answered.enough).toBe(true);
  });
});

// ------------------------------------------------------------------ nobody can work an exact number out

const people = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
const world = fc.array(
  fc.record({
    participants: people,
    groups: fc.array(people, { maxLength: 3 }),
    minutes: fc.option(fc.constantFrom(30, 45, 60, 90), { nil: null }),
    sessions: fc.integer({ min: 1, max: 4 }),
    month: fc.integer({ min: 1, max: 11 }),
    body: fc.constantFrom("council", "trust"),
    standing: fc.constantFrom("silent", "acted", "answered", "no_action"),
    staffHours: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 12 },
);
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;
type Moved = (people: number | null) => number | null;

function recordOf(records: World, move: Moved = (same) => same, staff = 0): ShareRecord {
  const GROUPS = ["members", "families", "media"];
  return exampleRecord(
    records.map((one, index) => {
      const startsOn = `2026-${String(one.month).padStart(2, "0")}-05`;
      const exact = move(one.participants);
      return exampleConsultation(`c${index}`, {
        row: {
          participants: exact,
          minutes_each: one.minutes,
          sessions: one.sessions,
          starts_on: startsOn,
          ends_on: startsOn,
          public_body_id: one.body,
          staff_hours: one.staffHours + staff,
          minutes_asked: (exact ?? 0) * one.sessions * (one.minutes ?? 0) + one.staffHours * 60,
          payment_received: (exact ?? 0) * 20,
        },
        standing: { standing: one.standing, flagged: one.standing === "silent" },
      });
    }),
    {
      activities: records.map((one, index) => ({
        row: {
          id: `a${index}`,
          title: `Activity ${index}`,
          kind: "workshop",
          own_kind: null,
          starts_on: `2026-${String(one.month).padStart(2, "0")}-07`,
          ends_on: null,
          whose: "ours",
          public_body_id: one.body,
          hours: one.groups.reduce<number>((sum, group) => sum + (move(group) ?? 0), 0),
        },
        topics: [],
        groups: one.groups.map((group, at) => ({
          activity_id: `a${index}`,
          group: GROUPS[at],
          people: move(group),
          brought: [],
        })),
        officials: [],
        outcomes: [],
        followUps: [],
      })),
    },
  );
}

const scopes: Partial<ReleaseScope>[] = [
  {},
  { bodyId: "council" },
  { sections: ["measures"] satisfies Section[] },
  { sections: ["activities", "measures"] satisfies Section[] },
];

describe("no pair of views", () => {
  it("tells two records apart that leave as the same counts, whatever is chosen", () => {
    const nudges = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(world, nudges, (records, by) => {
        let at = 0;
        const move: Moved = (exact) => {
          if (exact === null) return null;
          const moved = Math.max(0, exact + (by[at++ % by.length] ?? 0));
          return releasedCount(moved) === releasedCount(exact) ? moved : exact;
        };
        const other = recordOf(records, move, 7);
        for (const scope of scopes)
          expect(JSON.stringify(release(other, scope).snapshot)).toBe(
            JSON.stringify(release(recordOf(records), scope).snapshot),
          );
      }),
      { numRuns: 60 },
    );
  });

  it("changes when it is released again after one person came or went", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(-1, 1), (records, step) => {
        const first = release(recordOf(records));
        const after = recordOf(records, (exact) => (exact === null ? null : Math.max(0, exact + step)));
        const again = release({ ...after, counts: first.counts });
        expect(JSON.stringify(again.snapshot)).toBe(JSON.stringify(first.snapshot));
        // And a second view of the same record, over other bodies and sections, says the same of it.
        for (const scope of scopes)
          expect(JSON.stringify(release({ ...after, counts: first.counts }, scope).snapshot)).toBe(
            JSON.stringify(release(recordOf(records), scope).snapshot),
          );
      }),
      { numRuns: 60 },
    );
  });

  it("has totals whose difference is more than released counts make it", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 11 }), (records, left) => {
        const stored = recordOf(records);
        const whole = release(stored).snapshot;
        const part = release({
          ...stored,
          consultations: stored.consultations.filter((_, at) => at !== left),
        }).snapshot;
        const difference = (whole.measures?.people.people ?? 0) - (part.measures?.people.people ?? 0);
        const one = releasedCount(records[left]?.participants ?? null);
        expect(difference).toBe(left < records.length && typeof one === "number" ? one : 0);
      }),
      { numRuns: 60 },
    );
  });

  it("holds an exact number of people that is not a released one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999 }), (exact) => {
        fc.pre(exact % 5 !== 0);
        const { snapshot } = release(
          recordOf([
            {
              participants: exact,
              groups: [exact],
              minutes: 60,
              sessions: 1,
              month: 3,
              body: "council",
              standing: "silent",
              staffHours: 0,
            },
          ]),
        );
        // Numbers, not the figures inside of a reference.
        const numbers =
          JSON.stringify({ ...snapshot, actionDays: 0 }).match(/(?<![\w."-])\d+(?:\.\d+)?(?![\w-])/g) ?? [];
        expect(numbers.map(Number)).not.toContain(exact);
      }),
    );
  });
});
