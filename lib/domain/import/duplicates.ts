import { createHash } from "node:crypto";
import type { ConsultationDraft, ResponseDraft, RowProblem } from "@/lib/domain/import/draft";

/**
 * Two rows of one sheet with the same reference: when they say the same, the later one is `unchanged`; when they
 * differ, the later one is refused (`duplicate_reference`), because nobody can tell which is meant.
 *
 * For an import that stages its rows, SQL does this without any memory here. Stage `row`, `key` (`rowKey`) and
 * `fingerprint`, then:
 *
 *   SELECT row, first_value(row) OVER w AS first_row, fingerprint = first_value(fingerprint) OVER w AS same
 *     FROM staged WINDOW w AS (PARTITION BY key ORDER BY row)
 *
 * `row = first_row`: write it. Else `same`: unchanged. Else refused, naming `first_row`.
 * `duplicateFinder` gives the same answers to a preview; it keeps some 100 bytes a row.
 */
export type Duplicate =
  | { readonly kind: "first" }
  | { readonly kind: "same"; readonly firstRow: number }
  | { readonly kind: "differs"; readonly firstRow: number; readonly refusal: RowProblem };

export interface GoodRow {
  readonly row: number;
  readonly draft: ConsultationDraft;
  readonly response: ResponseDraft | null;
}

/** Looks at good rows in the sheet's order and says which repeat an earlier one. */
export function duplicateFinder(): (good: GoodRow) => Duplicate {
  const seen = new Map<string, { row: number; print: string }>();
  return (good) => {
    const key = rowKey(good.draft);
    const print = fingerprint(good);
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, { row: good.row, print });
      return { kind: "first" };
    }
    if (earlier.print === print) return { kind: "same", firstRow: earlier.row };
    const { reference, title } = good.draft;
    const refusal: RowProblem = {
      row: good.row,
      field: reference === null ? "title" : "reference",
      code: "duplicate_reference",
      value: reference ?? title,
    };
    return { kind: "differs", firstRow: earlier.row, refusal };
  };
}

/**
 * The key that finds a record without a reference again, so that the same sheet twice changes nothing:
 * a digest (32 characters) of title, body and start, whatever their case.
 */
export function importKey(draft: Pick<ConsultationDraft, "title" | "publicBody" | "startsOn">): string {
  return digest([draft.title.toLowerCase(), draft.publicBody.toLowerCase(), draft.startsOn]);
}

/** What makes a row the same record within one sheet: its reference, else its `importKey`; 32 characters. */
export function rowKey(draft: ConsultationDraft): string {
  return draft.reference === null ? importKey(draft) : digest(["reference", draft.reference]);
}

/** A digest (32 characters) of all a row says; equal for rows that say the same. */
export function fingerprint({ draft, response }: Pick<GoodRow, "draft" | "response">): string {
  const pairs = Object.entries(draft).sort(([a], [b]) => (a < b ? -1 : 1));
  return digest([pairs, response]);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
