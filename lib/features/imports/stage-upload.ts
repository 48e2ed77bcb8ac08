import "server-only";
import type { Key } from "@/lib/db/doors";
import type { BroughtSettings } from "@/lib/domain/export/brought-settings";
import { BROUGHT_IN } from "@/lib/domain/export/files";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { done, type Result, refused } from "@/lib/domain/result";
import { SpreadsheetFailure } from "@/lib/services/spreadsheet/failure";
import { openTable, type TableRow } from "@/lib/services/spreadsheet/open-table";
import type { ZipParts } from "@/lib/services/spreadsheet/zip-parts";
import { linesOf, openUploadedFile } from "@/lib/services/uploaded-file";
import { beginUpload } from "./begin-upload";
import { discardImport } from "./discard-import";
import { readExportSettings } from "./export-settings";
import { finishUpload } from "./finish-upload";
import { stageRows } from "./stage-rows";

/** What goes to the database at once: this many rows, or about this many characters. */
const BATCH = { rows: 1000, characters: 1_000_000 };
/** Characters of a whole sheet or export. One text that a workbook shares between many cells counts each time. */
const LARGEST = 64_000_000;
/** Records of an export. */
const MOST_RECORDS = 200_000;

export type Upload = { fileName: string; bytes: AsyncIterable<Uint8Array> };
/** Who goes on with it: a job, or whoever asks. */
type By = "job" | "here";

type Staged = {
  headers: readonly string[];
  fromWorkbook: boolean;
  ofExport: boolean;
  settings: BroughtSettings | null;
};
type Source = Staged & { rows: AsyncIterable<TableRow>; close: () => Promise<void> };

/** What PostgreSQL cannot keep in JSON is left out; cells are cleaned further when they are read. */
function storable(cell: string): string {
  return cell.replaceAll("\u0000", "").toWellFormed();
}

/** The records of an export as rows of three cells: the file, the number of the line, the line. */
async function* exportRows(parts: ZipParts): AsyncGenerator<TableRow> {
  let row = 0;
  for (const file of BROUGHT_IN)
    for await (const { number, line } of linesOf(parts, `${file}.jsonl`)) {
      row += 1;
      if (row > MOST_RECORDS) throw new SpreadsheetFailure("too_many_rows", number);
      yield { number: row, cells: [file, String(number), line] };
    }
}

async function sourceOf(bytes: AsyncIterable<Uint8Array>): Promise<Source> {
  const file = await openUploadedFile(bytes);
  try {
    if (file.kind === "export")
      return {
        headers: ["file", "line", "record"],
        fromWorkbook: false,
        ofExport: true,
        settings: await readExportSettings(file.parts),
        rows: exportRows(file.parts),
        close: file.close,
      };
    const table = await openTable(file.bytes);
    return {
      headers: table.headers.map(storable),
      fromWorkbook: table.kind === "xlsx",
      ofExport: false,
      settings: null,
      rows: table.rows,
      close: async () => {
        await table.close();
        await file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function stageAll(
  key: Key,
  id: string,
  { fileName, bytes }: Upload,
  now: Date,
  acknowledged: () => Promise<unknown>,
  by: By,
): Promise<Result<{ id: string; ofExport: boolean }>> {
  const { rows: source, close, ...staged } = await sourceOf(bytes);
  let batch: TableRow[] = [];
  let waiting = 0;
  let rows = 0;
  let characters = 0;
  // One batch is on its way while the next one is read.
  let sending: Promise<Result<unknown>> = Promise.resolve(done(null));
  const send = async (): Promise<Result<unknown>> => {
    const before = await sending;
    if (!before.ok) return before;
    sending = stageRows.run(key, { id, rows: batch }, now);
    sending.catch(() => {}); // whoever waits for it is told
    batch = [];
    waiting = 0;
    return before;
  };
  try {
    for await (const { number, cells } of source) {
      const kept = cells.map(storable);
      const length = kept.reduce((sum, cell) => sum + cell.length, 0);
      characters += length;
      if (characters > LARGEST) throw new SpreadsheetFailure("file_too_big", number);
      batch.push({ number, cells: kept });
      waiting += length;
      rows += 1;
      if (batch.length < BATCH.rows && waiting < BATCH.characters) continue;
      const before = await send();
      if (!before.ok) return before;
    }
    if (rows === 0) return refused("file", "no_rows");
    const before = await send();
    if (!before.ok) return before;
  } finally {
    await sending.catch(() => {});
    await close();
  }
  const last = await sending;
  if (!last.ok) return last;
  const sheet = { id, fileName, ...staged, rows, characters, by };
  const given = await acknowledged();
  const finished = await finishUpload.run(key, given ? { ...sheet, [ACKNOWLEDGE_FIELD]: given } : sheet, now);
  return finished.ok ? done({ id, ofExport: staged.ofExport }) : finished;
}

/**
 * Reads an uploaded CSV or XLSX file row by row, or an export of ours record by record, and stages what it holds; nothing
 * of it stays when it cannot be read. Columns of a sheet are matched next; an export is checked at once.
 * @param acknowledged what was said to a name that may show who a person is: asked once the file has been read
 * @returns the import's id, or why not: the codes of `SpreadsheetFailure` and `no_rows` on the field `file`, and
 * `personal_identifier` on `fileName`
 */
export async function stageUpload(
  key: Key,
  upload: Upload,
  now: Date,
  acknowledged: () => Promise<unknown> = async () => null,
  by: By = "job",
): Promise<Result<{ id: string; ofExport: boolean }>> {
  const begun = await beginUpload.run(key, {}, now);
  if (!begun.ok) return begun;
  const { id } = begun.value.value;
  let staged: Result<{ id: string; ofExport: boolean }>;
  try {
    staged = await stageAll(key, id, upload, now, acknowledged, by);
  } catch (error) {
    await discardImport.run(key, { id }, now);
    if (!(error instanceof SpreadsheetFailure)) throw error;
    return refused("file", error.code, error.row === null ? undefined : { row: error.row });
  }
  if (!staged.ok) await discardImport.run(key, { id }, now);
  return staged;
}
