import type { BroughtIn } from "./files";

/** A record of an export as it is staged: the columns of its table, and the names of what it refers to. */
export type ExportDraft = {
  file: BroughtIn;
  cols: Readonly<Record<string, unknown>>;
  /** A public body by name: who asked, who promised, who took over. */
  body?: string | null;
  bodies?: readonly string[];
  topics?: readonly string[];
  outcomes?: readonly string[];
};

/** Read over: worked out anew, or told by who brings it in. */
const LEFT_BEHIND = [
  "standing",
  "flagged",
  "answerDueOn",
  "hoursAsked",
  "directoryId",
  "createdBy",
  "updatedBy",
];
/** By name instead of by column. */
const BY_NAME = ["publicBody", "succeededBy", "otherBodies", "topics", "outcomes"];

function column(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The draft of a row that was found good, and the key by which the record is known. */
export function toDraft(
  file: BroughtIn,
  row: Readonly<Record<string, unknown>>,
): { key: string; draft: ExportDraft } {
  const cols = Object.entries(row)
    .filter(([field]) => !LEFT_BEHIND.includes(field) && !BY_NAME.includes(field))
    .map(([field, value]): [string, unknown] => [column(field), value]);
  const body = row.publicBody ?? row.succeededBy;
  const draft: ExportDraft = {
    file,
    cols: Object.fromEntries(cols),
    body: typeof body === "string" ? body : null,
    ...(row.otherBodies !== undefined && { bodies: listOf(row.otherBodies) }),
    ...(row.topics !== undefined && { topics: listOf(row.topics) }),
    ...(row.outcomes !== undefined && { outcomes: listOf(row.outcomes) }),
  };
  return { key: `${file}:${keyOf(file, row)}`, draft };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function keyOf(file: BroughtIn, row: Readonly<Record<string, unknown>>): string {
  if (file === "activityGroups") return `${row.activityId}:${row.group}`;
  if (file === "activityOfficials") return `${row.activityId}:${row.position}`;
  return String(row.id);
}
