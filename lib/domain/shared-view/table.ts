import type { ReleasedDate, ReleasedText, Snapshot } from "@/lib/domain/release/snapshot";
import { entriesOf } from "./entries";

/** The columns of a view's table, in their order. */
export const COLUMNS = [
  "kind",
  "number",
  "title",
  "partOf",
  "body",
  "stood",
  "began",
  "ended",
  "due",
  "whose",
  "firstDue",
  "done",
  "words",
  "by",
  "basis",
  "bodySays",
  "communitySays",
  "people",
  "hours",
  "figure",
  "link",
] as const;
export type Column = (typeof COLUMNS)[number];

/** A row: what is not said is left empty. */
export type Row = Partial<Record<Column, string>>;

/** Words of the reader's language, and of what was released. */
export type TableWords = {
  kind: (kind: "consultation" | "promise" | "answer" | "activity") => string;
  text: (text: ReleasedText) => string;
  stood: (key: Snapshot["consultations"][number]["standing"], disputed: boolean) => string;
  state: (state: Snapshot["promises"][number]["state"]) => string;
  whose: (whose: "agreed" | "given" | "benchmark") => string;
  basis: (basis: "written" | "minuted" | "spoken") => string;
  bodySays: (says: Snapshot["promises"][number]["bodySays"]) => string;
  communitySays: (says: Snapshot["promises"][number]["communitySays"]) => string;
  response: (kind: Snapshot["responses"][number]["kind"]) => string;
  people: (count: Snapshot["consultations"][number]["people"]) => string;
  total: (people: Snapshot["activities"][number]["people"]) => string;
};

/** Everything listed in a view as rows: each consultation with its promises and answers, then what belongs to none. */
export function tableOf(snapshot: Snapshot, words: TableWords): Row[] {
  const { entries, otherPromises, otherResponses } = entriesOf(snapshot);
  const rows: Row[] = [];
  for (const [index, { consultation, promises, responses }] of entries.entries()) {
    const number = String(index + 1);
    rows.push({ ...consultationRow(consultation, words), number });
    rows.push(...responses.map((response) => ({ ...responseRow(response, words), number })));
    rows.push(...promises.map((promise) => ({ ...promiseRow(promise, words), number })));
  }
  rows.push(...otherPromises.map((promise) => promiseRow(promise, words)));
  rows.push(...otherResponses.map((response) => responseRow(response, words)));
  rows.push(...snapshot.activities.map((activity) => activityRow(activity, words)));
  return rows;
}

const maybe = (date: ReleasedDate | null) => date ?? "";

function consultationRow(one: Snapshot["consultations"][number], words: TableWords): Row {
  return {
    kind: words.kind("consultation"),
    title: words.text(one.title),
    body: words.text(one.body.name),
    stood: words.stood(one.standing, one.disputed),
    began: one.startsOn,
    ended: maybe(one.endsOn),
    due: maybe(one.answerDue?.on ?? null),
    whose: one.answerDue ? words.whose(one.answerDue.whose) : "",
    firstDue: maybe(one.firstAnswerDue?.on ?? null),
    done: maybe(one.firstAnswerOn),
    words: one.purpose === null ? "" : words.text(one.purpose),
    people: words.people(one.people),
    hours: one.hours === null ? "" : String(one.hours),
    link: one.sourceUrl === null ? "" : words.text(one.sourceUrl),
  };
}

function promiseRow(one: Snapshot["promises"][number], words: TableWords): Row {
  const first = one.moves[0]?.fromOn ?? null;
  return {
    kind: words.kind("promise"),
    title: words.text(one.title),
    partOf: words.text(one.parent.title),
    body: one.body ? words.text(one.body.name) : "",
    stood: words.state(one.state),
    began: one.madeOn,
    due: one.due.on,
    whose: words.whose(one.due.whose),
    firstDue: first === one.due.on ? "" : maybe(first),
    done: maybe(one.doneOn),
    words: one.promisedWords === null ? "" : words.text(one.promisedWords),
    by: one.madeByRole === null ? "" : words.text(one.madeByRole),
    basis: one.basis === null ? "" : words.basis(one.basis),
    bodySays: words.bodySays(one.bodySays),
    communitySays: words.communitySays(one.communitySays),
    link: one.evidenceUrl === null ? "" : words.text(one.evidenceUrl),
  };
}

function responseRow(one: Snapshot["responses"][number], words: TableWords): Row {
  return {
    kind: words.kind("answer"),
    title: words.response(one.kind),
    partOf: words.text(one.parent.title),
    body: words.text(one.body.name),
    began: maybe(one.receivedOn),
    words: one.summary === null ? "" : words.text(one.summary),
    link: one.sourceUrl === null ? "" : words.text(one.sourceUrl),
  };
}

function activityRow(one: Snapshot["activities"][number], words: TableWords): Row {
  return {
    kind: words.kind("activity"),
    title: words.text(one.title),
    body: one.body ? words.text(one.body.name) : "",
    began: one.startsOn,
    ended: maybe(one.endsOn),
    people: words.total(one.people),
  };
}
