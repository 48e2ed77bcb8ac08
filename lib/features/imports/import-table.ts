import "server-only";
import type { Key } from "@/lib/db/doors";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { proposeMapping } from "@/lib/domain/import/match-headers";
import type { ImportCounts } from "@/lib/domain/import/stored";
import type { IdentifierKind } from "@/lib/domain/privacy/identifier";
import { done, type Result, refused } from "@/lib/domain/result";
import type { Clock } from "@/lib/services/clock";
import { acceptIdentifiers } from "./accept-identifiers";
import { discardImport } from "./discard-import";
import { findRefused } from "./find-refused";
import { getImport } from "./get-import";
import { runImport } from "./run-import";
import { setMapping } from "./set-mapping";
import { stageUpload, type Upload } from "./stage-upload";
import { startImport } from "./start-import";
import { takeSample } from "./take-sample";

export type ImportAnswer = Omit<ImportCounts, "refused"> & {
  rows: number;
  /** How the columns were matched, where the program left that to us. */
  mapping?: ImportMapping;
  /** `file`: of an export, where `row` is the number of a line. */
  rejected: {
    file?: string;
    row: number;
    field: string;
    code: string;
    value: string;
    kind?: IdentifierKind;
  }[];
};

export type ImportRequest = {
  /** Without one, headers are matched by known names. */
  mapping?: ImportMapping;
  dryRun: boolean;
  /** Takes rows that may show who a person is. They are held back otherwise. */
  acknowledgeIdentifiers?: boolean;
};

/**
 * Imports a table, or an export of ours, in one go, for programs: reads it, and writes it unless it is a dry run, which counts exactly what
 * the run would do and leaves nothing behind. `wanted` is asked once the file has been read.
 */
export async function importTable(
  key: Key,
  upload: Upload,
  wanted: ImportRequest | (() => Promise<Result<ImportRequest>>),
  clock: Clock,
): Promise<Result<ImportAnswer>> {
  let asked: Promise<Result<ImportRequest>> | null = null;
  const ask = () => {
    asked ??= typeof wanted === "function" ? wanted() : Promise.resolve(done(wanted));
    return asked;
  };
  const acknowledged = async () => {
    const request = await ask();
    return request.ok && request.value.acknowledgeIdentifiers === true;
  };
  const staged = await stageUpload(key, upload, clock(), acknowledged, "here");
  if (!staged.ok) return staged;
  const { id, ofExport } = staged.value;
  let keep = false;
  try {
    const request = await ask();
    if (!request.ok) return request;
    const answer = await answerFor(key, { id, ofExport }, request.value, clock);
    keep = answer.ok && !request.value.dryRun;
    return answer;
  } finally {
    if (!keep) await discardImport.run(key, { id }, clock());
  }
}

async function answerFor(
  key: Key,
  { id, ofExport }: { id: string; ofExport: boolean },
  { mapping, dryRun, acknowledgeIdentifiers = false }: ImportRequest,
  clock: Clock,
): Promise<Result<ImportAnswer>> {
  if (ofExport && mapping) return refused("mapping", "not_for_an_export");
  const used = ofExport ? null : (mapping ?? (await proposed(key, id, clock)));
  if (!ofExport) {
    const matched = await setMapping.run(key, { id, mapping: used }, clock());
    if (!matched.ok) return matched;
  }
  const read = await runImport(key, id, clock);
  if (!read.ok) return read;
  if (acknowledgeIdentifiers) {
    const accepted = await acceptIdentifiers.run(key, { id, accept: "yes", by: "here" }, clock());
    if (!accepted.ok) return accepted;
    const again = await runImport(key, id, clock);
    if (!again.ok) return again;
  }
  if (!dryRun) {
    const started = await startImport.run(key, { id, by: "here" }, clock());
    if (!started.ok) return started;
    const written = await runImport(key, id, clock);
    if (!written.ok) return written;
  }
  const shown = await getImport.run(key, { id }, clock());
  if (!shown.ok) return shown;
  const view = shown.value.value;
  if (view.stage !== "preview" && view.stage !== "export" && view.stage !== "result")
    throw new Error(`An import ended at ${view.stage}`);
  const { refused: held, ...counts } = view.counts;
  const rejected = held > 0 ? await allRefused(key, id, ofExport, clock) : [];
  return done({ rows: view.rows, ...counts, rejected, ...(!mapping && used && { mapping: used }) });
}

async function proposed(key: Key, id: string, clock: Clock): Promise<ImportMapping | null> {
  const sample = await takeSample.run(key, { id }, clock());
  if (!sample.ok) return null;
  const { headers, rows, fromWorkbook } = sample.value.value;
  return proposeMapping(headers, rows, { serials: fromWorkbook }).mapping;
}

async function allRefused(
  key: Key,
  id: string,
  ofExport: boolean,
  clock: Clock,
): Promise<ImportAnswer["rejected"]> {
  const all: ImportAnswer["rejected"] = [];
  for (let after = 0; ; ) {
    const page = await findRefused.run(key, { id, after }, clock());
    const rows = page.ok ? page.value.value.rows : [];
    for (const { row, cells, problems } of rows)
      all.push(
        ...problems.map(({ field, code, value, kind }) => ({
          ...(ofExport ? { file: `${cells[0]}.jsonl`, row: Number(cells[1]) } : { row }),
          field,
          code,
          value,
          ...(kind && { kind }),
        })),
      );
    const last = rows.at(-1);
    if (!last) return all;
    after = last.row;
  }
}
