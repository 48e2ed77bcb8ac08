import type { Choice } from "@/lib/domain/import/choices";
import type { ImportField } from "@/lib/domain/import/fields";
import type { PlainDate } from "@/lib/domain/plain-date";

/**
 * What one row says about a consultation. A key that is missing has no column and no constant: a change
 * of an existing record leaves it as it is, a new record takes its default. `null` (or an empty list) is an
 * empty cell: the sheet says there is nothing.
 */
export interface ConsultationDraft {
  /** The sheet's own key; null when it has none, then `importKey` finds the record again. */
  readonly reference: string | null;
  readonly title: string;
  readonly publicBody: string;
  readonly startsOn: PlainDate;
  /** null: no end known, so still under way. */
  readonly endsOn: PlainDate | null;
  readonly otherBodies?: readonly string[];
  readonly kind?: Choice<"kind"> | null;
  readonly participationLevel?: Choice<"participationLevel"> | null;
  readonly voice?: Choice<"voice"> | null;
  readonly topics?: readonly string[];
  readonly purpose?: string | null;
  readonly askedOn?: PlainDate | null;
  readonly answerPromisedOn?: PlainDate | null;
  readonly cancelledOn?: PlainDate | null;
  readonly participants?: number | null;
  readonly sessions?: number | null;
  readonly minutesEach?: number | null;
  readonly staffHours?: number | null;
  readonly paymentReceived?: number | null;
  readonly sourceUrl?: string | null;
  readonly explanationAcceptedOn?: PlainDate | null;
  readonly notes?: string | null;
}

/** The answer a row speaks of: findings, dated only when the sheet gives the date. */
export interface ResponseDraft {
  readonly kind: "findings";
  readonly receivedOn: PlainDate | null;
  readonly sourceUrl: string | null;
  /** The words of the answer's cell when it holds no link, so that a reader sees what was counted as an answer. */
  readonly summary: string | null;
}

export type ProblemCode =
  | "required"
  | "not_a_date"
  | "ambiguous_date"
  | "year_out_of_range"
  | "before_start"
  | "after_start"
  | "not_a_number"
  | "not_whole"
  | "too_many_decimals"
  | "too_small"
  | "too_big"
  | "too_long"
  | "too_many"
  | "not_a_url"
  | "unknown_choice"
  | "too_many_cells"
  | "duplicate_reference";

/** Why a row, or one cell of it, cannot be taken as it is. `field` is `row` when it is about the row as a whole. */
export interface RowProblem {
  /** The row's number in the sheet, as a spreadsheet program shows it. */
  readonly row: number;
  readonly field: ImportField | "row";
  readonly code: ProblemCode;
  /** The start of the cell as it was written. */
  readonly value: string;
}

export type RowResult =
  | {
      readonly ok: true;
      readonly row: number;
      readonly draft: ConsultationDraft;
      readonly response: ResponseDraft | null;
      /** Cells that were left out or taken with a grain of salt; the row itself is good. */
      readonly warnings: readonly RowProblem[];
    }
  | { readonly ok: false; readonly row: number; readonly refusals: readonly RowProblem[] };
