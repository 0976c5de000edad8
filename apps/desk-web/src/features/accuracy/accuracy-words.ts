import type { Agreed, MarkNumbers, UrgencyNumbers } from '@kotae/contracts';
import { PII_LABELS, type UrgencyFate } from '@kotae/kernel';
import type { AskedUrgency, Cell, WhichSubmissions } from './address';

/** The city's names. */
export interface Names {
  readonly classOf: (code: string) => string;
  readonly topicOf: (code: string) => string;
}

const NUMBER = new Intl.NumberFormat('ja-JP');
/** Fewer than this move too much by chance. */
const FEW = 30;
/** In a row of a table it takes less for a hint. */
const FEW_IN_ROW = 10;

/** The bands of confidence along a chart, where there is little room; the unit stands on the axis. */
export const BAND_MARKS = ['〜50', '50〜', '60〜', '70〜', '80〜', '90〜'] as const;

/** The bands of confidence as they are called. */
export const BAND_NAMES = ['50%未満', '50〜60%', '60〜70%', '70〜80%', '80〜90%', '90%以上'] as const;

/** Whole percent, or null of nothing. */
export function percentOf({ count, same }: Agreed): number | null {
  return count === 0 ? null : Math.round((same / count) * 100);
}

/** 92%（38件）. */
export function shareWords(agreed: Agreed): string {
  const percent = percentOf(agreed);
  return percent === null ? '…' : `${percent}%（${NUMBER.format(agreed.count)}件）`;
}

/** 「12件だけなので目安です」; empty where there are enough. */
export function fewWords(count: number, unit = '件'): string {
  return count > 0 && count < FEW ? `${count}${unit}だけなので目安です。` : '';
}

export function fewInRow(count: number): boolean {
  return count > 0 && count < FEW_IN_ROW;
}

/** 2026-05 → 「5月」, with the year where it is asked for. */
export function monthWords(month: string, withYear = false): string {
  const name = `${Number(month.slice(5, 7))}月`;
  return withYear ? `${month.slice(0, 4)}年${name}` : name;
}

/** What the opinions behind a figure have in common, as a heading. */
export function cellWords(cell: Cell, names: Names): string {
  const parts: string[] = [];
  if (cell.month) parts.push(`${monthWords(cell.month, true)}に決めた`);
  if (cell.proposedClass) parts.push(`分類を「${names.classOf(cell.proposedClass)}」の候補を出した`);
  if (cell.decidedClass) parts.push(`分類を「${names.classOf(cell.decidedClass)}」と決めた`);
  if (cell.proposedTopic) parts.push(`分野を「${names.topicOf(cell.proposedTopic)}」の候補を出した`);
  if (cell.decidedTopic) parts.push(`分野を「${names.topicOf(cell.decidedTopic)}」と決めた`);
  const label = { class: '分類', topic: '分野', section: '担当課' }[cell.label ?? 'class'];
  if (cell.band !== undefined && cell.label !== 'section')
    parts.push(`${label}の確かさを${BAND_NAMES[cell.band] ?? ''}と表示した`);
  if (cell.same === 'yes') parts.push(`${label}の候補をそのまま採用した`);
  if (cell.same === 'no') parts.push(`${label}の候補を職員が変えた`);
  return parts.length === 0 ? '候補を見て決めた意見' : `${parts.join('、')}意見`;
}

export const SUBMISSION_WORDS: Readonly<Record<WhichSubmissions, string>> = {
  same_count: '意見の数が候補どおりだった受付',
  other_count: '意見の数を職員が変えた受付',
};

/** What was made of an alarm, at the head of a column. */
export const URGENCY_HEADS: Readonly<Record<UrgencyFate, string>> = {
  found: '当たり',
  false_alarm: '空振り',
  missed: '見落とし',
  quiet: 'どちらも緊急でない',
  undecided: '未決定',
};

const URGENCY_WORDS: Readonly<Record<UrgencyFate, string>> = {
  found: '緊急と知らせ、職員も緊急と決めた受付',
  false_alarm: '緊急と知らせ、職員が緊急ではないと決めた受付',
  missed: '緊急と知らせず、職員が緊急にした受付',
  quiet: '緊急と知らせず、職員も緊急にしなかった受付',
  undecided: '緊急と知らせ、職員が決めないまま振り分けた、または完結した受付',
};

/** The letters behind a figure about urgency, as a heading. */
export function urgencyWords({ fate, month }: AskedUrgency): string {
  return month === undefined ? URGENCY_WORDS[fate] : `${monthWords(month, true)}に、${URGENCY_WORDS[fate]}`;
}

/** How many alarms were right, and how many of the urgent ones were announced: with the numbers the shares are of. */
export function alarmWords({ found, false_alarm, missed, undecided }: UrgencyNumbers): string {
  const alarms = found + false_alarm;
  const urgent = found + missed;
  const share = (part: number, all: number) => `${part}通（${Math.round((part / all) * 100)}%）`;
  return [
    alarms === 0
      ? '知らせて、職員が決めたものはまだありません。'
      : `知らせて職員が決めた${alarms}通のうち、緊急だったのは${share(found, alarms)}です。`,
    urgent === 0
      ? '職員が緊急と決めたものはありません。'
      : `職員が緊急と決めた${urgent}通のうち、知らせていたのは${share(found, urgent)}です。`,
    ...(undecided === 0 ? [] : [`ほかに${undecided}通が、まだ決められていません。`]),
    fewWords(Math.min(alarms, urgent) || Math.max(alarms, urgent), '通'),
  ].join('');
}

export const MARK_WORDS: Readonly<Record<MarkNumbers['kind'], string>> = { ...PII_LABELS, other: '種類なし' };

/** How many of the machine's marks people kept, and how many of what they hid had been marked. */
export function marksWords(rows: readonly MarkNumbers[]): string {
  const sum = (part: 'kept' | 'removed' | 'added') => rows.reduce((all, row) => all + row[part], 0);
  const [kept, removed, added] = [sum('kept'), sum('removed'), sum('added')];
  const share = (part: number, all: number) => `${part}か所（${Math.round((part / all) * 100)}%）`;
  return [
    kept + removed === 0
      ? '機械の印で、職員が残すか外すかしたものはまだありません。'
      : `機械が印を付け、職員が判断した${kept + removed}か所のうち、残したのは${share(kept, kept + removed)}です。`,
    kept + added === 0
      ? ''
      : `公表した文で伏せてある${kept + added}か所のうち、機械が見つけていたのは${share(kept, kept + added)}です。`,
    fewWords(kept + removed + added, 'か所'),
  ].join('');
}

/** A course in one sentence, for those who do not see the chart. */
export function courseWords(what: string, names: readonly string[], shares: readonly (number | null)[]): string {
  const known = shares.flatMap((share, i) => (share === null ? [] : [{ share, name: names[i] ?? '' }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${what}の記録はまだありません。`;
  if (known.length === 1) return `${what}は${first.name}に${first.share}%です。`;
  return `${what}は${first.name}の${first.share}%から${last.name}の${last.share}%です。`;
}

/** Whether what is said is near what holds, band by band: in one sentence. */
export function calibrationWords(bands: readonly (Agreed & { readonly said: number })[]): string {
  const enough = bands.filter(({ count }) => count >= FEW_IN_ROW);
  if (enough.length === 0) return '確かさを確かめられるほどの件数は、まだありません。';
  const gaps = enough.map(({ count, same, said }) => Math.round((same / count - said) * 100));
  const widest = gaps.reduce((far, gap) => (Math.abs(gap) > Math.abs(far) ? gap : far), 0);
  if (Math.abs(widest) <= 10)
    return `表示した確かさと採用された割合の差は、どの帯でも${Math.abs(widest)}ポイント以内です。`;
  return widest > 0
    ? `表示した確かさより多く採用されている帯があります（最大で${widest}ポイント）。`
    : `表示した確かさほどには採用されていない帯があります（最大で${-widest}ポイント）。`;
}
