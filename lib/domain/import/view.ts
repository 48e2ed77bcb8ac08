import type { BroughtSetting } from "@/lib/domain/export/brought-settings";
import type { BroughtIn } from "@/lib/domain/export/files";
import type { FormView } from "@/lib/domain/form-view";
import type { DateOrderFinding } from "@/lib/domain/import/date-order";
import type { ImportCounts, ImportOutcome, ImportState, StoredProblem } from "@/lib/domain/import/stored";
import type { PlainDate } from "@/lib/domain/plain-date";

/** One import in a list. */
export type ImportSummary = {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  counts: ImportCounts;
  uploadedOn: PlainDate;
};

/** A column of the sheet, with the first different things that stand in it. */
export type SheetColumn = { header: string; samples: string[] };

/** One date of the sheet, read in each of the orders it could be in. */
export type DateQuestion = { kind: "ambiguous" | "contradictory"; examples: DateExample[] };
export type DateExample = { order: "ymd" | "dmy" | "mdy"; cell: string; date: PlainDate | null };

export type MatchStage = {
  stage: "match";
  form: FormView;
  columns: SheetColumn[];
  finding: DateOrderFinding["kind"];
  /** How the dates will be read when that is clear: a cell, and the day it is. */
  readAs: { cell: string; date: PlainDate } | null;
  question: DateQuestion | null;
};

/** `place`: the file of an export it stands in, and the line. */
export type RefusedRowView = {
  row: number;
  problems: StoredProblem[];
  place?: { file: string; line: number };
};

export type PreviewRow = {
  row: number;
  outcome: ImportOutcome;
  reference: string | null;
  title: string;
  publicBody: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  answered: boolean;
};

export type PreviewStage = {
  stage: "preview";
  counts: ImportCounts;
  /** Public bodies named by rows that would be written, and how many of them are not in the record yet. */
  bodies: { all: number; fresh: number };
  warnings: { field: string; code: string; count: number; example: string }[];
  examples: PreviewRow[];
  refused: RefusedRowView[];
  /** Refused rows that may show who a person is. */
  held: number;
  /** Rows that may show who a person is are taken: somebody has looked at them. */
  accepted: boolean;
};

/** What an export of ours would do, file by file. */
export type ExportStage = {
  stage: "export";
  counts: ImportCounts;
  files: { file: BroughtIn; counts: ImportCounts }[];
  /** Settings of the export that differ from those here, and whether they are brought in with it. */
  settings: { differing: BroughtSetting[]; taken: boolean };
  refused: RefusedRowView[];
  held: number;
  accepted: boolean;
};

export type ProgressStage = {
  stage: "progress";
  /** Reading the rows, or writing them. */
  doing: "checking" | "writing";
  rowsDone: number;
  /** Nothing has moved for minutes: offer to go on. */
  stuck: boolean;
};

export type ResultStage = {
  stage: "result";
  /** Whether it was an export that was brought in: its rows are records of every kind. */
  ofExport: boolean;
  counts: ImportCounts;
  refused: RefusedRowView[];
};

/** The import stopped for a reason on our side; what was written stays. */
export type FailedStage = { stage: "failed" };

export type ImportView = ImportSummary &
  (MatchStage | PreviewStage | ExportStage | ProgressStage | ResultStage | FailedStage);
