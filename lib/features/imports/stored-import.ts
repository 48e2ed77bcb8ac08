import "server-only";
import { z } from "zod";
import { type ImportMapping, importMappingSchema } from "@/lib/domain/import/mapping";
import type { ImportCounts } from "@/lib/domain/import/stored";

const headerList = z.array(z.string());

/** The headers of a stored import. */
export function sheetHeaders(stored: unknown): string[] {
  return headerList.parse(stored);
}

/** The mapping of a stored import; null while its columns are not matched. */
export function storedMapping(stored: unknown): ImportMapping | null {
  return stored === null ? null : importMappingSchema.parse(stored);
}

/** The counts of a stored import. */
export function countsOf(row: ImportCounts): ImportCounts {
  return { created: row.created, changed: row.changed, unchanged: row.unchanged, refused: row.refused };
}
