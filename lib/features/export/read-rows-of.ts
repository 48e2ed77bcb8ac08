import "server-only";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { EXPORT_FILES, type ExportFileName } from "@/lib/domain/export/files";
import { SOURCES } from "./sources";

const fetched = z.array(z.object({ record: z.unknown() }));

export type ExportRow = Readonly<Record<string, unknown>>;

/** The rows of a file, some at a time, through a cursor of the transaction: never all of them at once. */
export async function* readRowsOf(tx: SqlTx, file: ExportFileName): AsyncGenerator<ExportRow[]> {
  const { row } = EXPORT_FILES[file];
  await tx.$executeRaw`DECLARE export_rows NO SCROLL CURSOR FOR SELECT to_jsonb(r) AS record FROM (${SOURCES[file]}) r`;
  for (;;) {
    const page = fetched.parse(await tx.$queryRaw`FETCH 200 FROM export_rows`);
    if (page.length === 0) break;
    yield page.map(({ record }): ExportRow => row.parse(record));
  }
  await tx.$executeRaw`CLOSE export_rows`;
}
