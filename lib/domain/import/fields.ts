/** What kind of value a field of the import holds; decides how its cells are read. */
export type FieldType = "line" | "text" | "list" | "date" | "number" | "link" | "choice" | "yes_no";

/** `max`: characters for words (of each entry in a list), the largest value for numbers. */
export interface FieldRule {
  readonly type: FieldType;
  readonly max?: number;
  readonly min?: number;
  /** Most digits after the decimal point of a number. */
  readonly decimals?: number;
  /** Most entries of a list. */
  readonly entries?: number;
}

/**
 * Every field a column may feed: the writable fields of a consultation, and the three extra ones
 * that say whether the body has answered. Order is the order of a sheet we write ourselves.
 */
export const FIELD_RULES = {
  reference: { type: "line", max: 200 },
  title: { type: "line", max: 1000 },
  publicBody: { type: "line", max: 300 },
  otherBodies: { type: "list", max: 300, entries: 50 },
  kind: { type: "choice" },
  participationLevel: { type: "choice" },
  voice: { type: "choice" },
  topics: { type: "list", max: 100, entries: 50 },
  purpose: { type: "text", max: 20_000 },
  askedOn: { type: "date" },
  startsOn: { type: "date" },
  endsOn: { type: "date" },
  answerPromisedOn: { type: "date" },
  cancelledOn: { type: "date" },
  participants: { type: "number", min: 0, max: 1_000_000, decimals: 0 },
  sessions: { type: "number", min: 1, max: 1000, decimals: 0 },
  minutesEach: { type: "number", min: 0, max: 10_000, decimals: 0 },
  staffHours: { type: "number", min: 0, max: 100_000, decimals: 2 },
  paymentReceived: { type: "number", min: 0, max: 100_000_000, decimals: 2 },
  sourceUrl: { type: "link", max: 2000 },
  explanationAcceptedOn: { type: "date" },
  notes: { type: "text", max: 20_000 },
  answered: { type: "yes_no" },
  answerUrl: { type: "link", max: 2000 },
  answeredOn: { type: "date" },
} as const satisfies Record<string, FieldRule>;

export type ImportField = keyof typeof FIELD_RULES;

export const IMPORT_FIELDS = Object.keys(FIELD_RULES) as [ImportField, ...ImportField[]];

/** The rule of a field, in its general shape. */
export function ruleOf(field: ImportField): FieldRule {
  return FIELD_RULES[field];
}

/** The fields whose cells are dates. */
export const DATE_FIELDS: readonly ImportField[] = IMPORT_FIELDS.filter(
  (field) => ruleOf(field).type === "date",
);

/** Without these a consultation cannot be written; each needs a column or a constant. */
export const NEEDED_FIELDS = [
  "title",
  "publicBody",
  "startsOn",
  "endsOn",
] as const satisfies readonly ImportField[];
export type NeededField = (typeof NEEDED_FIELDS)[number];
