import { csv } from '@kotae/documents';
import { CHANNEL_LABELS, OUTCOME_LABELS } from '@kotae/kernel';
import type { ShownOpinion } from './shown-opinion';

/** Columns of an opinion in a file, with the width they take in a workbook. */
export const OPINION_COLUMNS = [
  { header: '受付番号', width: 12 },
  { header: '意見', width: 6 },
  { header: '数えた日', width: 12 },
  { header: '受付日', width: 12 },
  { header: '分類', width: 16 },
  { header: '対応', width: 16 },
  { header: '分野', width: 18 },
  { header: '担当課', width: 18 },
  { header: '受付経路', width: 14 },
  { header: '地区', width: 10 },
  { header: '本文', width: 80 },
] as const;

/** An opinion as one row of a file; the text is already as its reader may see it. */
export function opinionCells({ counted, opinion, text }: ShownOpinion): (string | number)[] {
  return [
    opinion.receiptNumber,
    opinion.ordinal,
    counted.countedOn,
    opinion.receivedOn,
    opinion.className,
    opinion.outcome === null ? '' : OUTCOME_LABELS[opinion.outcome],
    opinion.topicName,
    opinion.sectionName,
    CHANNEL_LABELS[opinion.channel],
    opinion.district ?? '',
    text,
  ];
}

/** One row per opinion. */
export function opinionsCsv(rows: readonly ShownOpinion[]): Buffer {
  const header = OPINION_COLUMNS.map((column) => column.header);
  return csv([header, ...rows.map(opinionCells)], { encoding: 'utf8-bom' }).bytes;
}
