import { datesOutOfOrder } from "@/lib/domain/consultation";
import { Cells, type Columns, columnsOf } from "@/lib/domain/import/cells";
import { readKind, readLevel, readVoice, readYesNo } from "@/lib/domain/import/choices";
import type { DateOptions } from "@/lib/domain/import/dates";
import type { ConsultationDraft, ResponseDraft, RowResult } from "@/lib/domain/import/draft";
import { type ImportField, ruleOf } from "@/lib/domain/import/fields";
import { type ImportMapping, type MappingProblem, mappingProblems } from "@/lib/domain/import/mapping";
import { cleanLine } from "@/lib/domain/import/text";
import type { PlainDate } from "@/lib/domain/plain-date";

export type RowReader = (cells: readonly string[], row: number) => RowResult;

/**
 * Prepares a mapping for a sheet once, to read its rows one by one with nothing kept between them.
 * @param headers as `uniqueHeaders` gives them
 * @param options `serials` for a spreadsheet file
 * @returns the reader, or what is missing from the mapping. The reader never throws
 */
export function consultationReader(
  mapping: ImportMapping,
  headers: readonly string[],
  options: DateOptions = {},
):
  | { readonly ok: true; readonly read: RowReader }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] } {
  const problems = mappingProblems(mapping, headers);
  if (problems.length > 0) return { ok: false, problems };
  const columns = columnsOf(mapping, headers);
  return {
    ok: true,
    read: (cells, row) =>
      toConsultation(new Cells(cells, row, columns, mapping.dates, options), cells, columns, mapping),
  };
}

function toConsultation(
  sheet: Cells,
  cells: readonly string[],
  columns: Columns,
  mapping: ImportMapping,
): RowResult {
  const surplus = cells.slice(columns.width).find((cell) => cleanLine(cell));
  // More cells than headers: a quote or comma went astray, so no cell can be trusted to stand under its own header.
  if (surplus !== undefined) sheet.refuse("row", "too_many_cells", surplus);

  const { constants } = mapping;
  const reference = readReference(sheet);
  const title = needed(sheet, "title", sheet.line("title"));
  const publicBody = needed(sheet, "publicBody", constants.publicBody ?? sheet.line("publicBody"));
  const startsOn = needed(sheet, "startsOn", constants.startsOn ?? sheet.date("startsOn"));
  const endsOn = readEnd(sheet, mapping, startsOn);
  const askedOn = constants.askedOn ?? sheet.date("askedOn");
  const answerPromisedOn = sheet.date("answerPromisedOn");
  const dates = { askedOn: askedOn ?? null, endsOn, answerPromisedOn: answerPromisedOn ?? null };
  for (const { field, code } of startsOn ? datesOutOfOrder({ startsOn, ...dates }) : [])
    sheet.refuse(field, code, sheet.raw(field)?.find(cleanLine) ?? dates[field] ?? "");

  const draft = defined({
    reference,
    title: title ?? "",
    publicBody: publicBody ?? "",
    startsOn: startsOn ?? "",
    endsOn,
    otherBodies: constants.otherBodies ?? sheet.list("otherBodies", false),
    kind: constants.kind ?? sheet.choice("kind", readKind),
    participationLevel: constants.participationLevel ?? sheet.choice("participationLevel", readLevel),
    voice: constants.voice ?? sheet.choice("voice", readVoice),
    topics: constants.topics ?? sheet.list("topics", true),
    purpose: constants.purpose ?? sheet.text("purpose"),
    askedOn,
    answerPromisedOn,
    cancelledOn: sheet.date("cancelledOn"),
    participants: constants.participants ?? sheet.number("participants"),
    sessions: constants.sessions ?? sheet.number("sessions"),
    minutesEach: constants.minutesEach ?? sheet.number("minutesEach"),
    staffHours: constants.staffHours ?? sheet.number("staffHours"),
    paymentReceived: constants.paymentReceived ?? sheet.number("paymentReceived"),
    sourceUrl: constants.sourceUrl ?? linkOnly(sheet.link("sourceUrl")),
    explanationAcceptedOn: sheet.date("explanationAcceptedOn"),
    notes: constants.notes ?? sheet.text("notes"),
  } satisfies Complete<ConsultationDraft>);
  const response = readResponse(sheet);

  if (sheet.refusals.length > 0) return { ok: false, row: sheet.row, refusals: sheet.refusals };
  return { ok: true, row: sheet.row, draft, response, warnings: sheet.warnings };
}

type Complete<T> = { [K in keyof Required<T>]: T[K] | undefined };

/** The same without the keys that hold undefined, so that "not in the sheet" and "empty in the sheet" stay apart. */
function defined<T extends object>(fields: T): T {
  const kept: T = { ...fields };
  for (const key of Object.keys(kept)) {
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  }
  return kept;
}

function needed<T>(sheet: Cells, field: ImportField, value: T | null | undefined): T | null {
  if (value !== null && value !== undefined) return value;
  // A cell that was filled has been refused for its own reason already.
  const refused = sheet.refusals.some((problem) => problem.field === field);
  return refused ? null : sheet.refuse(field, "required", "");
}

/** The cells of the reference, joined. Half a key would take one record for another, so it is refused; none at all is no key. */
function readReference(sheet: Cells): string | null {
  const parts = sheet.raw("reference")?.map(cleanLine) ?? [];
  const reference = parts.join(" / ");
  if (parts.every((part) => part === "")) return null;
  if (parts.includes("")) return sheet.refuse("reference", "required", reference);
  return reference.length > (ruleOf("reference").max ?? 200)
    ? sheet.refuse("reference", "too_long", reference)
    : reference;
}

function readEnd(sheet: Cells, { constants }: ImportMapping, startsOn: PlainDate | null): PlainDate | null {
  if (constants.endsOn === "startsOn") return startsOn;
  return (constants.endsOn !== undefined ? constants.endsOn : sheet.date("endsOn")) ?? null;
}

function linkOnly(found: { link: string | null } | null | undefined): string | null | undefined {
  return found ? found.link : found;
}

/**
 * A yes, anything in the answer-link column, or a date of the answer: the body has answered.
 * Words in the link column count too, because registers put a report's title there as often as its address;
 * "N: No" counts with them. Each such cell is a warning (`answerUrl`, `not_a_url`) and its words become the
 * answer's summary, so a preview can say how many there are and a reader sees what was counted.
 */
function readResponse(sheet: Cells): ResponseDraft | null {
  const yes = (sheet.raw("answered") ?? []).reduce((any, cell) => {
    const word = readYesNo(cleanLine(cell));
    if (word === null) sheet.refuse("answered", "unknown_choice", cell);
    return any || word === true;
  }, false);
  const found = sheet.link("answerUrl");
  const receivedOn = sheet.date("answeredOn") ?? null;
  if (!yes && !found && !receivedOn) return null;
  return { kind: "findings", receivedOn, sourceUrl: found?.link ?? null, summary: found?.text ?? null };
}
