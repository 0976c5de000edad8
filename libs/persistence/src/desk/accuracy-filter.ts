import type { DayString, OpinionClass } from '@kotae/kernel';
import type { SqlValues } from '../casework/sql-values';

/** Which decisions are looked at: those first made in these days, and of one version of the model when it is named. */
export interface AccuracyPeriod {
  readonly firstDay: DayString;
  readonly lastDay: DayString;
  readonly version: string | null;
}

/** Edges of the bands of confidence in thousandths: under 50 %, 50–60 % … 90 % and more. */
export const CONFIDENCE_EDGES: readonly number[] = [0, 500, 600, 700, 800, 900, 1001];

/** What is asked of the opinions behind a figure; everything that is given must hold. */
export interface VerdictFilter {
  /** `YYYY-MM` of the decision. */
  readonly month?: string;
  readonly proposedClass?: OpinionClass;
  readonly decidedClass?: OpinionClass;
  readonly proposedTopic?: string;
  readonly decidedTopic?: string;
  /** Whether what was proposed is what was decided. */
  readonly same?: { readonly label: 'class' | 'topic' | 'section'; readonly is: boolean };
  /** Place in `CONFIDENCE_EDGES`. */
  readonly band?: { readonly label: 'class' | 'topic'; readonly at: number };
}

/** Condition on `opinion_verdict v`. */
export function verdictCondition(period: AccuracyPeriod, filter: VerdictFilter, values: SqlValues): string {
  const parts = [periodCondition('v', period, values)];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) parts.push(`v.${column} = ${values.at(value, 'text')}`);
  };
  if (filter.month !== undefined) parts.push(monthCondition('v', filter.month, values));
  equal('proposed_class', filter.proposedClass);
  equal('decided_class', filter.decidedClass);
  equal('proposed_topic', filter.proposedTopic);
  equal('decided_topic', filter.decidedTopic);
  if (filter.same !== undefined) {
    const { label, is } = filter.same;
    parts.push(`v.proposed_${label} ${is ? '=' : '<>'} v.decided_${label}`);
  }
  if (filter.band !== undefined) {
    const { label, at } = filter.band;
    const [from, to] = [CONFIDENCE_EDGES[at] ?? 0, CONFIDENCE_EDGES[at + 1] ?? 0];
    parts.push(`v.${label}_permille >= ${values.at(from, 'int')} and v.${label}_permille < ${values.at(to, 'int')}`);
  }
  return parts.join(' and ');
}

/** Decided in a month, `YYYY-MM`. */
export function monthCondition(alias: string, month: string, values: SqlValues): string {
  const first = values.at(`${month}-01`, 'date');
  return `${alias}.decided_on >= ${first} and ${alias}.decided_on < ${first} + interval '1 month'`;
}

/** The days and the version, over any table of verdicts. */
export function periodCondition(alias: string, period: AccuracyPeriod, values: SqlValues): string {
  const days = `${alias}.decided_on between ${values.at(period.firstDay, 'date')} and ${values.at(period.lastDay, 'date')}`;
  return period.version === null ? days : `${days} and ${alias}.model_version = ${values.at(period.version, 'text')}`;
}
