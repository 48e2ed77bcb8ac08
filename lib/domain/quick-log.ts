import { z } from "zod";
import { choice, optionalDate, optionalText, recordId, text, wholeNumber } from "./fields";
import { isPlainDate, type PlainDate } from "./plain-date";
import { notWords } from "./privacy/free-text";
import type { CONSULTATION_KINDS } from "./taxonomy";

/** What the one screen offers under the thumb. "other" opens a field for everything else. */
export const QUICK_PEOPLE = ["5", "10", "15", "30"] as const;
export const QUICK_MINUTES = ["30", "60", "90", "180"] as const;
export const QUICK_KINDS = ["meeting", "focus_group", "one_to_one", "survey"] as const;
export const FURTHER_KINDS = ["public_committee", "co_design", "advisory_group", "other"] as const;
export const OTHER = "other";

type Kind = (typeof CONSULTATION_KINDS)[number];

/** Kinds that are over on the day they are held. Of the others it is asked whether they are still running. */
export const ONE_DAY_KINDS: readonly Kind[] = [
  "meeting",
  "focus_group",
  "one_to_one",
  "public_committee",
  "co_design",
];

const kindFields = {
  kind: choice([...QUICK_KINDS, OTHER]).default("meeting"),
  otherKind: choice(FURTHER_KINDS).default("other"),
  /** Of kinds that may go on for weeks. */
  stillRunning: choice(["yes", "no"]).nullable().default(null),
};
const dayFields = {
  /** A chip carries its date, so that "today" means the day it was tapped, however late it is sent. */
  day: notWords(
    z.string("required").refine((typed) => typed === OTHER || isPlainDate(typed), "not_a_date"),
    "a date, or that it is another",
  ),
  dayOn: optionalDate.default(null),
};

function kindOf({ kind, otherKind }: { kind: string; otherKind: Kind }): Kind {
  return QUICK_KINDS.find((quick) => quick === kind) ?? otherKind;
}

// Each pair is judged even while another field is wrong: all mistakes are said at once.
const day = z.object(dayFields);
const kind = z.object(kindFields);
const readable = (part: z.ZodType) => (given: { value: unknown }) => part.safeParse(given.value).success;

/** A consultation as it is logged on one screen. Approximate people and minutes are plain numbers in the record. */
export const quickLog = z
  .strictObject({
    id: recordId,
    /** The consultation it repeats: the weekly meeting of last week. */
    like: recordId.nullable().default(null),
    publicBody: text(300),
    title: text(1000),
    ...dayFields,
    people: choice([...QUICK_PEOPLE, OTHER])
      .nullable()
      .default(null),
    peopleOther: wholeNumber(0, 1_000_000).nullable().default(null),
    minutes: choice([...QUICK_MINUTES, OTHER])
      .nullable()
      .default(null),
    minutesOther: wholeNumber(0, 10_000).nullable().default(null),
    ...kindFields,
    /** Their words, as they were heard. */
    promise: optionalText(5000).default(null),
  })
  .refine((given) => given.day !== OTHER || given.dayOn, {
    path: ["dayOn"],
    error: "required",
    when: readable(day),
  })
  .refine((given) => given.stillRunning || ONE_DAY_KINDS.includes(kindOf(given)), {
    path: ["stillRunning"],
    error: "unknown_choice",
    when: readable(kind),
  });
export type QuickLog = z.output<typeof quickLog>;

/** The fields of the record that one screen answers. */
export type QuickRecord = {
  publicBody: string;
  title: string;
  kind: Kind;
  startsOn: PlainDate;
  /** null while it is still running. */
  endsOn: PlainDate | null;
  participants: number | null;
  minutesEach: number | null;
};

/** What was logged as it stands in the record. A one-day kind ends on the day it started. */
export function quickRecord(given: QuickLog): QuickRecord {
  const startsOn = given.day === OTHER ? (given.dayOn ?? "") : given.day;
  const chosen = kindOf(given);
  const over = ONE_DAY_KINDS.includes(chosen) || given.stillRunning === "no";
  const figure = (chip: string | null, other: number | null) =>
    chip === OTHER ? other : chip === null ? null : Number(chip);
  return {
    publicBody: given.publicBody,
    title: given.title,
    kind: chosen,
    startsOn,
    endsOn: over ? startsOn : null,
    participants: figure(given.people, given.peopleOther),
    minutesEach: figure(given.minutes, given.minutesOther),
  };
}

type Values = Record<string, string[]>;

function chipOr(name: string, chips: readonly string[], figure: number | null): Values {
  if (figure === null) return {};
  const typed = String(figure);
  return chips.includes(typed) ? { [name]: [typed] } : { [name]: [OTHER], [`${name}Other`]: [typed] };
}

/** The screen's fields for doing the same again on `today`. */
export function repeatedValues(
  last: Omit<QuickRecord, "kind"> & { kind: Kind | null },
  today: PlainDate,
): Values {
  const chosen = last.kind ?? "meeting";
  const quick = QUICK_KINDS.some((one) => one === chosen);
  return {
    publicBody: [last.publicBody],
    title: [last.title],
    day: [today],
    ...chipOr("people", QUICK_PEOPLE, last.participants),
    ...chipOr("minutes", QUICK_MINUTES, last.minutesEach),
    ...(quick ? { kind: [chosen] } : { kind: [OTHER], otherKind: [chosen] }),
  };
}

/** A draft's day on the screen of `today`: a date that is neither today nor yesterday is another day. */
export function dayValues(values: Values, chips: readonly PlainDate[]): Values {
  const typed = values.day?.[0];
  if (!typed || typed === OTHER || chips.includes(typed)) return values;
  return { ...values, day: [OTHER], dayOn: [typed] };
}

/**
 * What was typed on the screen as the long form's fields: each as it stands, finished or not, right or wrong. What a
 * chip that is not chosen hides is left out, as in the record.
 */
export function longFormValues(typed: Values): Values {
  const one = (name: string) => typed[name]?.[0] ?? "";
  const chipOrTyped = (name: string, typedName: string) => (one(name) === OTHER ? one(typedName) : one(name));
  const startsOn = chipOrTyped("day", "dayOn");
  const kind = chipOrTyped("kind", "otherKind");
  const over = ONE_DAY_KINDS.some((oneDay) => oneDay === kind) || one("stillRunning") === "no";
  const carried = {
    id: one("id"),
    publicBody: one("publicBody"),
    title: one("title"),
    kind,
    startsOn,
    endsOn: over ? startsOn : "",
    participants: chipOrTyped("people", "peopleOther"),
    minutesEach: chipOrTyped("minutes", "minutesOther"),
    promise: one("promise"),
  };
  return Object.fromEntries(
    Object.entries(carried).flatMap(([name, value]) => (value.trim() ? [[name, [value]]] : [])),
  );
}

const TITLE_LENGTH = 100;

/** A promise's short name: its words, cut between two of them when they are many. */
export function promiseTitle(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, "");
  return `${cut.toWellFormed()}…`;
}

/** Details a consultation may still lack, in the order they are asked for. */
export const MISSING = [
  "topics",
  "voice",
  "participationLevel",
  "participants",
  "minutesEach",
  "endsOn",
] as const;
export type Missing = (typeof MISSING)[number];

export type ToFinish = { id: string; title: string; body: string; startsOn: PlainDate; missing: Missing[] };
