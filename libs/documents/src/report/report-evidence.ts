import type { XlsxCell } from '../xlsx/worksheet';

/** What stands behind one counted value, as the reader of the workbook may see it. */
export interface ReportEvidence {
  readonly indicatorId: string;
  readonly name: string;
  /** How many opinions stand behind the number. */
  readonly total: number;
  /** What else is in the number: years closed before opinions were counted. */
  readonly unlisted: readonly {
    readonly fiscalYear: number;
    readonly value: number;
    readonly sourceText: string | null;
  }[];
  /** One row per opinion, in the columns of the evidence sheet; fewer than `total` where the room was used up. */
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** The sheet 根拠: `columns` beside the indicator's name; null when the reader may not open what is behind a number. */
export interface EvidenceTable {
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly evidence: readonly ReportEvidence[] | null;
}
