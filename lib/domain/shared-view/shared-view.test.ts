import { describe, expect, it } from "vitest";
import { snapshot as schema } from "@/lib/domain/release/snapshot";
import { cssString } from "./css-string";
import { setDates } from "./dates";
import { entriesOf } from "./entries";
import { mailTo } from "./mail-to";
import { overviewOf } from "./overview";
import { owedAcross } from "./owed-across";
import { namesDays, recordOf, releasedStory, threadFactsOf } from "./record-of";
import { hasPassed } from "./released-date";
import { aFullSnapshot, aReleasedConsultation, aReleasedPromise, aSnapshot, refOf } from "./sample-view";

const view = aFullSnapshot();
const write = (text: unknown) => (typeof text === "string" ? text : "(not shown)");

it("the views made by hand are views", () => {
  expect(schema.safeParse(view).error?.issues ?? []).toEqual([]);
});

describe("the lists of a view", () => {
  it("say what was done, what is missing and what lies ahead, by date", () => {
    const { done, missing, ahead } = overviewOf(view);
    const said = (lines: typeof done) => lines.map(({ state, on, at }) => `${state} ${on} ${at.slice(-1)}`);
    expect(said(done)).toEqual([
      "answered 2026-07 4",
      "answered 2026-04-21 2",
      "done 2025-08-15 3",
      "answered 2025-05-20 3",
    ]);
    expect(said(missing)).toEqual(["silent 2026-05-12 1", "no_action 2026-07 4", "late 2026-10-16 2"]);
    expect(said(ahead)).toEqual(["waiting 2027-01-27 5", "open 2027-03-01 3", "open 2027-03-13 8"]);
  });

  it("know of promises from the consultations alone, where promises were not released", () => {
    const consultations = [
      aReleasedConsultation({ standing: "stalled", counting: 2, doneCount: 1, overdueSince: "2026-10-16" }),
    ];
    const scope = { ...view.scope, sections: ["consultations" as const] };
    const lists = overviewOf({ consultations, promises: [], scope });
    expect(lists.missing).toMatchObject([{ state: "late", on: "2026-10-16", whose: null }]);
    expect(lists.done).toMatchObject([{ state: "done", on: null }]);
  });

  it("owe nothing for a dropped promise, nor an answer once there is one", () => {
    const lists = overviewOf({
      ...view,
      consultations: [
        aReleasedConsultation({ standing: "open", answered: true, firstAnswerOn: "2026-03-01" }),
      ],
      promises: [aReleasedPromise({ state: "dropped" })],
    });
    expect([lists.missing, lists.ahead]).toEqual([[], []]);
  });
});

describe("what is owed across views", () => {
  it("is grouped by public body, however its name is written, with the view each line leads to", () => {
    const other = aSnapshot({
      organisation: "Harbour Circle",
      consultations: [
        aReleasedConsultation({
          ref: refOf(9),
          body: { ref: "x", name: "RIVERSIDE  borough council ", kind: "council" },
        }),
      ],
    });
    const [body, ...more] = owedAcross([
      { id: "one", snapshot: view },
      { id: "two", snapshot: other },
    ]);
    expect(more).toEqual([]);
    expect(body).toMatchObject({ body: "Riverside Borough Council", count: 7 });
    expect(body?.views.map(({ viewId, lines }) => [viewId, lines.length])).toEqual([
      ["one", 6],
      ["two", 1],
    ]);
  });

  it("counts once what two views of one organisation say alike, and twice what one says of two", () => {
    const asked = (ref: number, title: string) => aReleasedConsultation({ ref: refOf(ref), title });
    const later = aSnapshot({ consultations: [asked(1, "Buses"), asked(2, "Buses"), asked(3, "Lights")] });
    const earlier = aSnapshot({ consultations: [asked(4, "Buses"), asked(5, "Schools")] });
    const elsewhere = aSnapshot({ organisation: "Harbour Circle", consultations: [asked(6, "Buses")] });
    const [body] = owedAcross([
      { id: "later", snapshot: later },
      { id: "earlier", snapshot: earlier },
      { id: "elsewhere", snapshot: elsewhere },
    ]);
    expect(body?.count).toBe(5);
    expect(body?.views.map(({ viewId, lines }) => [viewId, lines.map(({ title }) => title)])).toEqual([
      ["later", ["Buses", "Buses", "Lights"]],
      ["earlier", ["Schools"]],
      ["elsewhere", ["Buses"]],
    ]);
  });
});

describe("the story of an entry", () => {
  const { entries, otherPromises } = entriesOf(view);
  const interpreters = entries.find(({ consultation }) => consultation.ref === refOf(2));
  if (!interpreters) throw new Error("The view lacks an entry");

  it("keeps promises and answers with their consultation, and what belongs to none apart", () => {
    expect(entries.map(({ promises, responses }) => [promises.length, responses.length])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(otherPromises.map(({ ref }) => ref)).toEqual([refOf(104)]);
  });

  it("counts people as they were released, and ends on the day of the release", () => {
    const record = recordOf(interpreters, write);
    const story = releasedStory(record, interpreters.consultation, view.releasedOn);
    expect(story.find(({ id }) => id === "took-part")?.notes[0]).toEqual({
      key: "note.peopleRounded",
      params: { people: 20 },
    });
    expect(story.find(({ id }) => id === "today")).toMatchObject({
      on: "2026-11-23",
      head: { key: "head.released" },
    });
    expect(record.extensions[0]?.agreedBy).toBe("(not shown)");
  });

  it("draws the thread the organisation sees", () => {
    const record = recordOf(interpreters, write);
    expect(threadFactsOf(record, interpreters.consultation, view.releasedOn)).toMatchObject({
      answerDueOn: "2026-05-05",
      firstAnswerDueOn: "2026-04-14",
      answers: [{ on: "2026-04-21", kind: "substantive" }],
      promises: [{ dueOn: "2026-10-16", firstDueOn: "2026-08-31", state: "late" }],
      today: "2026-11-23",
    });
  });

  it("knows that there was an answer where answers were not released", () => {
    const bare = { ...interpreters, responses: [] };
    const facts = threadFactsOf(recordOf(bare, write), bare.consultation, view.releasedOn);
    expect(facts.answers).toEqual([{ on: "2026-04-21", kind: "substantive" }]);
  });

  it("is told by months on a sensitive topic", () => {
    expect(entries.map(namesDays)).toEqual([true, false, true, true, true]);
  });
});

it("a calendar has the dates that were given or agreed and are still open, by day, and no month", () => {
  expect(setDates(view)).toEqual([
    { ref: refOf(101), on: "2026-10-16", whose: "given" },
    { ref: refOf(5), on: "2027-01-27", whose: "given" },
    { ref: refOf(103), on: "2027-03-01", whose: "agreed" },
  ]);
});

it("a month has passed when it is over", () => {
  expect(hasPassed("2026-10", "2026-10-31")).toBe(false);
  expect(hasPassed("2026-10", "2026-11-01")).toBe(true);
  expect(hasPassed("2026-10-31", "2026-10-31")).toBe(false);
});

it("a mail is begun with nothing that could add to its address", () => {
  const link = mailTo("a&cc=b?@x.example", "Entry 3", "“Ünïted”\nWe answered\r\nhere");
  expect(link).toBe(
    "mailto:a%26cc%3Db%3F@x.example?subject=Entry%203&body=%E2%80%9C%C3%9Cn%C3%AFted%E2%80%9D%0D%0AWe%20answered%0D%0Ahere",
  );
});

it("no text ends the string of a style sheet it is put into", () => {
  expect(cssString('a"; } </style>\n\\')).toMatch(/^"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"$/);
  expect(cssString("\u{1F600}é")).toBe('"\\1f600 \\e9 "');
});
