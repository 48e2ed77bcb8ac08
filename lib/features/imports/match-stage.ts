import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { DateOrderFinding } from "@/lib/domain/import/date-order";
import { READABLE_ORDERS, type ReadableOrder, readDate } from "@/lib/domain/import/dates";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { proposeMapping } from "@/lib/domain/import/match-headers";
import { excerpt } from "@/lib/domain/import/text";
import type { DateExample, DateQuestion, MatchStage, SheetColumn } from "@/lib/domain/import/view";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formView } from "@/lib/features/drafts/form-view";
import { judgeDates } from "./judge-dates";
import { mappingDraft, mappingFormSchema, mappingOf, mappingValues } from "./mapping-form";
import { firstCells } from "./sample";

type Sheet = { workspaceId: string; id: string; headers: string[]; fromWorkbook: boolean };

/** The columns of a sheet with the first three different things that stand in each. */
function columnsOf(headers: readonly string[], rows: readonly (readonly string[])[]): SheetColumn[] {
  return headers.map((header, column) => {
    const filled = rows.map((cells) => excerpt(cells[column] ?? "", 60)).filter(Boolean);
    return { header, samples: [...new Set(filled)].slice(0, 3) };
  });
}

function example(cell: string, order: ReadableOrder, serials: boolean): DateExample {
  const reading = readDate(cell, order, { serials });
  return { order, cell, date: "date" in reading ? reading.date : null };
}

/** What to ask about the order of dates, with cells of the sheet read each way; null when it is clear. */
function questionAbout(finding: DateOrderFinding, serials: boolean): DateQuestion | null {
  if (finding.kind === "ambiguous") {
    const { orders, example: cell } = finding;
    return { kind: "ambiguous", examples: orders.map((order) => example(cell, order, serials)) };
  }
  if (finding.kind === "contradictory") {
    const examples = READABLE_ORDERS.map((order) => {
      const readable = finding.examples
        .map((cell) => example(cell, order, serials))
        .find(({ date }) => date !== null);
      return readable ?? example(finding.examples[0] ?? "", order, serials);
    });
    return { kind: "contradictory", examples };
  }
  return null;
}

/** The mapping that the form shows right now: what was typed where that can be read, else `otherwise`. */
function shownMapping(values: Record<string, string[]>, otherwise: ImportMapping): ImportMapping {
  const typed = Object.entries(values).map(([name, [value]]) => [name, value === "" ? undefined : value]);
  const parsed = mappingFormSchema.safeParse(Object.fromEntries(typed));
  return parsed.success ? mappingOf(parsed.data) : otherwise;
}

/**
 * The page that matches columns: what was saved before, else what the headers and first rows propose; what was typed
 * and could not be saved goes before both.
 */
export async function matchStage(
  tx: Tx,
  member: Member,
  sheet: Sheet,
  saved: ImportMapping | null,
): Promise<MatchStage> {
  const { workspaceId, id, headers, fromWorkbook } = sheet;
  const rows = await firstCells(tx, workspaceId, id);
  const mapping = saved ?? proposeMapping(headers, rows, { serials: fromWorkbook }).mapping;
  const form = mappingDraft(id);
  const view = formView({
    form,
    fresh: mappingValues(id, mapping),
    draft: await findDraft(tx, member, form),
  });
  const { finding, first } = await judgeDates(tx, sheet, shownMapping(view.values, mapping));
  // An order taken from the first rows alone may not hold for the whole sheet: the answer is the person's to give.
  if (!saved && !view.kept && view.errors.length === 0 && finding.kind !== "order") delete view.values.dates;
  const read = finding.kind === "order" && first ? example(first, finding.order, fromWorkbook) : null;
  return {
    stage: "match",
    form: view,
    columns: columnsOf(headers, rows),
    finding: finding.kind,
    readAs: read?.date ? { cell: read.cell, date: read.date } : null,
    question: questionAbout(finding, fromWorkbook),
  };
}
