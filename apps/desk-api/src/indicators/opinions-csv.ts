import { csv } from '@kotae/documents';
import { CHANNEL_LABELS, OPINION_CLASS_LABELS, OUTCOME_LABELS } from '@kotae/kernel';
import type { ShownOpinion } from './shown-opinion';

const HEADER = ['受付番号', '意見', '数えた日', '受付日', '分類', '対応', '分野', '担当課', '受付経路', '地区', '本文'];

/** One row per opinion; the text is already as its reader may see it. */
export function opinionsCsv(rows: readonly ShownOpinion[]): Buffer {
  const cells = rows.map(({ counted, opinion, text }) => [
    opinion.receiptNumber,
    opinion.ordinal,
    counted.countedOn,
    opinion.receivedOn,
    OPINION_CLASS_LABELS[opinion.class],
    opinion.outcome === null ? '' : OUTCOME_LABELS[opinion.outcome],
    opinion.topicName,
    opinion.sectionName,
    CHANNEL_LABELS[opinion.channel],
    opinion.district ?? '',
    text,
  ]);
  return csv([HEADER, ...cells], { encoding: 'utf8-bom' }).bytes;
}
