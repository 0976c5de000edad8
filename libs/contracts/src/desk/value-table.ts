/** What one cell of an uploaded table does to a plan's values; null is no value. */
export interface ValueChangeView {
  line: number;
  indicatorId: string;
  indicatorName: string;
  unit: string;
  fiscalYear: number;
  kind: 'new' | 'changed' | 'taken_back' | 'unchanged';
  before: number | null;
  after: number | null;
  /** The line's own source; null where the whole table's source holds. */
  sourceText: string | null;
}

export interface LineProblemView {
  line: number;
  column: string | null;
  message: string;
}

/** `POST /api/plans/:id/values/check` (a multipart form with `file`): what the table would do. Nothing is written. */
export interface ValueTableCheck {
  planId: string;
  fileName: string;
  /** Lines with an indicator. */
  lines: number;
  changes: ValueChangeView[];
  /** The first of them, 200 at most. */
  problems: LineProblemView[];
  /** How many more there are. */
  moreProblems: number;
  /** Names exactly these changes; the import asks for it. */
  checkId: string;
}

/** `POST /api/plans/:id/values` (a multipart form with `checkId`, `sourceText` and `file`, in this order): all or nothing. */
export interface ValueTableImported {
  planId: string;
  imported: number;
  unchanged: number;
}

/** Limits of an uploaded table: bytes, and lines without the head. */
export const VALUE_TABLE_LIMITS = { bytes: 1024 * 1024, lines: 2_000, problems: 200 } as const;
