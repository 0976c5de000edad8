import {
  PROGRESS_LABELS,
  amount,
  roundPercent,
  type ProgressReport,
  type ReportedIndicator,
  type ReportedYear,
} from '@kotae/indicators';
import { dayOf, fiscalYearLabel, japaneseDate } from '@kotae/kernel';

/** 「令和8年度 進捗状況報告書」 */
export function reportTitle(report: Pick<ProgressReport, 'fiscalYear'>): string {
  return `${fiscalYearLabel(report.fiscalYear)} 進捗状況報告書`;
}

type Worded = Pick<ReportedIndicator, 'unit' | 'yearUnit' | 'achievement'>;

/** What an indicator is judged by (the year's own value, 累計, 前年比) in the unit of its target; 策定・実施 in words. */
export function judgedWords(value: number | null, { unit, achievement }: Worded): string {
  return words(value, unit, achievement.formula);
}

/** What a year itself brought, or its running sum, in the unit of what is counted. */
export function yearWords(value: number | null, { yearUnit, achievement }: Worded): string {
  return words(value, yearUnit, achievement.formula);
}

function words(value: number | null, unit: string, formula: string): string {
  if (value === null) return '―';
  if (formula === 'milestone') return value >= 1 ? 'できた' : 'まだ';
  return amount(formula === 'growth' && unit === '%' ? roundPercent(value) : value, unit);
}

/** 「基準 90件（平成30年度）」 without the word 基準. */
export function baselineWords({ printed, baseline }: ReportedIndicator): string {
  return [printed.baseline ?? '計画に書かれていません', baseline.asOf].filter(Boolean).join(' ');
}

/** Every version of the target, oldest first; the one in force last among equals is marked when there are several. */
export function targetWords({ targets }: ReportedIndicator): string[] {
  if (targets.length === 0) return ['計画に書かれていません'];
  return targets.map((target) => {
    const text = [target.printed, target.asOf].filter(Boolean).join(' ');
    if (targets.length === 1) return text;
    const from = target.fromFiscalYear === null ? '' : `${fiscalYearLabel(target.fromFiscalYear)}から`;
    const decided = target.decidedOn === null ? '' : `${japaneseDate(target.decidedOn, 'short')}決定`;
    const facts = [`第${target.version}版`, from, decided, target.reason, target.inForce ? 'この年度の目標' : '']
      .filter(Boolean)
      .join('・');
    return `${text}（${facts}）`;
  });
}

/** The verdict with its formula and, where there is one, its percentage. */
export function achievementWords({ achievement }: ReportedIndicator): string {
  if (achievement.percent === null) return achievement.formulaName;
  return `${achievement.formulaName} ＝ ${amount(achievement.percent, '%')}`;
}

/** 「達成」「順調（いまの目安 346件）」. */
export function progressWords({ progress, expected }: ReportedIndicator): string {
  return expected === null ? PROGRESS_LABELS[progress] : `${PROGRESS_LABELS[progress]}（いまの目安 ${expected}）`;
}

/** Why nothing was worked out, once, whether it was the progress or the achievement. */
export function openQuestions({ progressWhy, achievement }: ReportedIndicator): string[] {
  return [...new Set([achievement.why, progressWhy])].filter((why) => why !== null);
}

/** The years of which something is known, from the first such year on; the report's year in any case. */
export function tellingYears({ years }: ReportedIndicator, fiscalYear: number): ReportedYear[] {
  const first = years.findIndex((year) => year.value !== null || year.closed !== null);
  return years.filter((year, index) => (first >= 0 && index >= first) || year.fiscalYear === fiscalYear);
}

/** Where a year's value comes from, and what was frozen when it is another. */
export function yearRemarks(year: ReportedYear, indicator: ReportedIndicator): string {
  const typed =
    year.author === null || year.recordedAt === null
      ? null
      : `${year.origin === 'imported' ? '取り込み' : '入力'}：${year.author}（${japaneseDate(dayOf(new Date(year.recordedAt)), 'short')}）`;
  return [restatementWords(year, indicator), year.printed, year.sourceText, typed].filter(Boolean).join('　');
}

/** 「締め済み」 or 「修正再表示：累計 締めた時 41件 → 現在 43件」; empty while the year is open. */
export function restatementWords({ closed }: ReportedYear, indicator: ReportedIndicator): string {
  if (closed === null) return '';
  const changes = closed.changes.map(
    ({ what, then, now }) => `${what ? `${what} ` : ''}締めた時 ${then} → 現在 ${now}`,
  );
  const changed = changes.length === 0 ? '' : `修正再表示：${changes.join('、')}`;
  const then = judgedWords(closed.then, { ...indicator, unit: closed.unit });
  const otherwise = closed.otherwise === null ? '' : `締めた後に数え方を変えました（締めた時 ${then}）`;
  return [changed, otherwise].filter(Boolean).join('。') || '締め済み';
}

/** What the year's own state is: closed by whom and when, or open. */
export function closingWords({ closing, asOf }: ProgressReport): string {
  if (closing === null) return `${japaneseDate(asOf, 'short')}現在（この年度は締めていません）`;
  return `${japaneseDate(dayOf(new Date(closing.closedAt)), 'short')}に${closing.closedBy}が締めました（${japaneseDate(asOf, 'short')}現在。締めた年度の数は締めた時のまま（確定）です。いま数え直すと違う数には「修正再表示」と書いています）`;
}

export function periodWords({ firstYear, lastYear }: ProgressReport): string {
  if (firstYear === null || lastYear === null) return '計画に書かれていません';
  return `${fiscalYearLabel(firstYear)}〜${fiscalYearLabel(lastYear)}`;
}
