import { fiscalYearLabel } from '@kotae/kernel';
import type { XlsxCell, XlsxSheet } from '../xlsx/worksheet';
import type { EvidenceTable, ReportEvidence } from './report-evidence';

/** The sheet 根拠: for each counted indicator a line with its number, then its opinions, one per line. */
export function evidenceSheet({ columns, evidence }: EvidenceTable): XlsxSheet {
  return {
    name: '根拠',
    columns: [{ header: '指標', width: 34 }, ...columns],
    headings: [...firstEvidenceRows({ columns, evidence }).values()],
    rows:
      evidence === null ? [['もとになった意見を開く権限がないため、一覧は付けていません。']] : blocks(evidence).flat(),
  };
}

/** The row where the opinions behind each indicator begin. */
export function firstEvidenceRows({ evidence }: EvidenceTable): Map<string, number> {
  const first = new Map<string, number>();
  let row = 0;
  for (const [index, block] of blocks(evidence ?? []).entries()) {
    const id = evidence?.[index]?.indicatorId;
    if (id !== undefined) first.set(id, row);
    row += block.length;
  }
  return first;
}

function blocks(evidence: NonNullable<EvidenceTable['evidence']>): XlsxCell[][][] {
  if (evidence.length === 0) return [[['意見から数えた値は、この年度にはありません。']]];
  return evidence.map(({ name, total, unlisted, rows }) => [
    [`${name}：${total.toLocaleString('ja-JP')}件${unlistedWords(unlisted)}${cutWords(total, rows.length)}`],
    ...rows.map((row): XlsxCell[] => [name, ...row]),
  ]);
}

function cutWords(total: number, listed: number): string {
  if (listed === total) return '';
  return `（一覧は${listed.toLocaleString('ja-JP')}件まで。すべては指標の画面の「もとになった意見」から取り出せます）`;
}

/** What of the number no opinions stand behind. */
function unlistedWords(unlisted: ReportEvidence['unlisted']): string {
  return unlisted
    .map(({ fiscalYear, value, sourceText }) => {
      const source = sourceText === null ? '' : `。出典：${sourceText}`;
      return `、ほかに${fiscalYearLabel(fiscalYear)}の値${value.toLocaleString('ja-JP')}（意見から数える前の年度のため、一覧はありません${source}）`;
    })
    .join('');
}
