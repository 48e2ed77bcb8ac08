import type { ImportField } from "@/lib/domain/import/fields";

/** The name of the input that picks a field's column. It must not end in `On`: those are read as dates. */
export function columnInput(field: ImportField): string {
  return `${field}Column`;
}

/** Up to three columns together make a reference. */
export const REFERENCE_INPUTS = ["referenceColumn", "referenceColumn2", "referenceColumn3"] as const;
