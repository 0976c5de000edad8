import type { UrgencyFate, UrgencyKind } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { SqlValues } from '../casework/sql-values';
import { monthCondition, periodCondition, type AccuracyPeriod } from './accuracy-filter';
import { readLettersBehind, type LetterBehind, type Paged } from './letters-behind';

export interface UrgencyFilter {
  readonly fate: UrgencyFate;
  /** `YYYY-MM` of the decision. */
  readonly month?: string;
}

export interface UrgencyVerdictBehind extends LetterBehind {
  readonly proposed: UrgencyKind | null;
  readonly decided: UrgencyKind | null;
  readonly fate: UrgencyFate;
}

/**
 * Each submission by the last decision on it. One on which danger was suggested, and which was sorted or closed without a word
 * about it, is undecided; of those sorted before this was written down, the verdict on the suggestion tells it. Where somebody
 * took it in hand before decisions were kept, nothing is known.
 */
const JUDGED = `(select v.submission_id, v.decided_on, v.model_version, v.proposed, v.decided,
    case when v.proposed is not null and v.at_triage then 'undecided'
         when v.proposed is not null then case when v.decided is not null then 'found' else 'false_alarm' end
         else case when v.decided is not null then 'missed' else 'quiet' end end as fate
  from urgency_verdict v
  where not exists (select 1 from urgency_verdict later where later.submission_id = v.submission_id and later.seq > v.seq)
  union all
  select w.submission_id, w.decided_on, w.model_version, w.urgent, null, 'undecided'
  from suggestion_verdict w
  where w.urgent is not null and not exists (select 1 from urgency_verdict v where v.submission_id = w.submission_id)
    and not exists (select 1 from submission s where s.id = w.submission_id and s.urgent_acknowledged_at is not null))`;

/** How many of each, by month of the decision; months and fates without any are left out. */
export function readUrgencyNumbers(
  source: DataSource,
  period: AccuracyPeriod,
): Promise<readonly { readonly month: string; readonly fate: UrgencyFate; readonly count: number }[]> {
  const values = new SqlValues();
  return source.query(
    `select to_char(j.decided_on, 'YYYY-MM') as month, j.fate, count(*)::int as count
     from ${JUDGED} j where ${periodCondition('j', period, values)} group by 1, 2 order by 1, 2`,
    values.list,
  );
}

/** The submissions behind one of these numbers, newest decision first. */
export function readUrgencyVerdictsBehind(
  source: DataSource,
  period: AccuracyPeriod,
  { fate, month }: UrgencyFilter,
  after: string | null,
  limit: number,
): Promise<Paged<UrgencyVerdictBehind>> {
  const values = new SqlValues();
  const where = [
    periodCondition('j', period, values),
    `j.fate = ${values.at(fate, 'text')}`,
    ...(month === undefined ? [] : [monthCondition('j', month, values)]),
  ].join(' and ');
  return readLettersBehind(
    source,
    `select j.submission_id, j.decided_on, j.proposed, j.decided, j.fate from ${JUDGED} j where ${where}`,
    values,
    after,
    limit,
  );
}
