import type { StoredProblem } from "@/lib/domain/import/stored";

/** Words a refusal with the messages of `import`. */
export type RefusalWords = (
  key: `refusal.${RefusalCode}` | `field.${FieldKey}`,
  values?: Record<string, string | number>,
) => string;

const CODES = [
  "required",
  "not_a_date",
  "ambiguous_date",
  "year_out_of_range",
  "before_start",
  "after_start",
  "not_a_number",
  "not_whole",
  "too_many_decimals",
  "too_small",
  "too_big",
  "too_long",
  "too_many",
  "not_a_url",
  "unknown_choice",
  "too_many_cells",
  "duplicate_reference",
  "duplicate_row",
  "personal_identifier",
  "not_readable",
  "parent_missing",
  "unreadable_character",
  "only_when_done",
  "before_made",
  "before_agreed",
  "unknown_field",
  "other",
] as const;
type RefusalCode = (typeof CODES)[number];

const FIELDS = [
  "row",
  "reference",
  "title",
  "publicBody",
  "otherBodies",
  "kind",
  "participationLevel",
  "voice",
  "topics",
  "purpose",
  "askedOn",
  "startsOn",
  "endsOn",
  "answerPromisedOn",
  "cancelledOn",
  "participants",
  "sessions",
  "minutesEach",
  "staffHours",
  "paymentReceived",
  "sourceUrl",
  "explanationAcceptedOn",
  "notes",
  "answered",
  "answerUrl",
  "answeredOn",
  "name",
  "consultationId",
  "activityId",
  "followUpId",
  "newDueOn",
  "agreedOn",
  "agreedBy",
  "reason",
  "summary",
  "receivedOn",
  "promisedWords",
  "madeByRole",
  "madeOn",
  "dueOn",
  "doneOn",
  "communitySays",
  "evidenceUrl",
  "place",
  "outcomesSource",
  "role",
  "office",
  "people",
  "whatCanChange",
  "whoDecides",
  "resourcesBehind",
  "hearBack",
  "explanationDecidedBy",
] as const;
export type FieldKey = (typeof FIELDS)[number];

/** A stored field name as the catalogue knows it. */
export function fieldKey(field: string): FieldKey {
  return FIELDS.find((known) => known === field) ?? "row";
}

/** One sentence that says what is wrong with a row, where, and what to do: "Title: write something here." */
export function refusalSentence(
  { field, code, value, firstRow, kind }: StoredProblem,
  words: RefusalWords,
): string {
  const known = CODES.find((one) => one === code) ?? "other";
  // A repeated row without a reference is found by its title; when we know the first one, we name it.
  const key = known === "duplicate_reference" && field !== "reference" ? "duplicate_row" : known;
  return words(`refusal.${key}`, {
    field: words(`field.${fieldKey(field)}`),
    value,
    firstRow: firstRow ?? 0,
    kind: kind ?? "other",
  });
}
