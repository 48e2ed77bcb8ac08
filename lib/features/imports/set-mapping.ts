import "server-only";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import { type ImportMapping, importMappingSchema, mappingProblems } from "@/lib/domain/import/mapping";
import { columnInput } from "@/lib/domain/import/match-form";
import { done, type FieldError, failed, type Result } from "@/lib/domain/result";
import { judgeDates } from "./judge-dates";
import { mappingFormSchema, mappingOf } from "./mapping-form";
import { sheetHeaders } from "./stored-import";

const UNCHECKED = "Names of columns; what holds for every row is checked with each row";

/** States in which nobody is at work on the rows. */
const SETTLED = ["ready", "checked", "failed"] as const;

// The question a person has to answer is worded by what is missing.
const NEEDED: Record<string, string> = { endsOn: "end_needed", publicBody: "body_needed" };

async function save(
  tx: Tx,
  member: Member,
  id: string,
  mapping: ImportMapping,
  now: Date,
  how: { ask: boolean },
): Promise<Result<{ id: string }>> {
  const workspaceId = member.workspace.id;
  const sheet = await tx.import.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!sheet || sheet.state === "reading" || sheet.ofExport) return failed("not_found");
  const headers = sheetHeaders(sheet.headers);
  const problems = mappingProblems(mapping, headers).map(({ field, code }): FieldError => {
    if (!how.ask) return { field: `mapping.columns.${field}`, code };
    return {
      field: columnInput(field),
      code: code === "unknown_header" ? "column_unknown" : (NEEDED[field] ?? "column_needed"),
    };
  });
  let dates = mapping.dates;
  if (dates === "auto") {
    const { finding } = await judgeDates(
      tx,
      { workspaceId, id, headers, fromWorkbook: sheet.fromWorkbook },
      mapping,
    );
    if (finding.kind === "order") dates = finding.order;
    else if (finding.kind !== "empty" && how.ask) problems.push({ field: "dates", code: "order_needed" });
  }
  if (problems.length > 0) return failed("invalid", problems);
  const saved = await tx.import.updateMany({
    where: { workspaceId, id, state: { in: [...SETTLED] } },
    data: {
      mapping: { ...mapping, dates },
      state: "checking",
      atRow: 0,
      rowsDone: 0,
      failure: null,
      // Other columns, other words: what was looked at before says nothing of them.
      identifiersAccepted: false,
      movedAt: now,
      created: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
    },
  });
  return saved.count === 0 ? failed("conflict") : done({ id });
}

/** Matches the columns by the form, and lets a job read the rows. Errors: `column_needed`, `column_unknown`, `body_needed`, `end_needed`, `order_needed`. */
export const matchColumns = defineUseCase(
  {
    permission: "import:write",
    audit: [],
    schema: mappingFormSchema,
    timeoutMs: 30_000,
    unchecked: UNCHECKED,
  },
  async ({ tx, member, now, nothingChanged }, form) => {
    const saved = await save(tx, member, form.id, mappingOf(form), now, { ask: true });
    if (!saved.ok) return saved;
    await tx.$executeRaw`SELECT enqueue('run-import', ${form.id}::uuid)`;
    nothingChanged();
    return saved;
  },
);

/** The same for a program, which brings a whole mapping and reads the rows itself: open dates are refused row by row. */
export const setMapping = defineUseCase(
  {
    permission: "import:write",
    audit: [],
    schema: z.strictObject({ id: recordId, mapping: importMappingSchema }),
    timeoutMs: 30_000,
    unchecked: UNCHECKED,
  },
  async ({ tx, member, now, nothingChanged }, { id, mapping }) => {
    const saved = await save(tx, member, id, mapping, now, { ask: false });
    nothingChanged();
    return saved;
  },
);
