import { isDay, isId, type DayString, type OpinionClass } from '@kotae/kernel';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../casework/keyset-cursor';
import { SqlValues } from '../casework/sql-values';
import { periodCondition, verdictCondition, type AccuracyPeriod, type VerdictFilter } from './accuracy-filter';

/** One decision beside what was proposed. */
export interface VerdictBehind {
  readonly opinionId: string;
  readonly decidedOn: DayString;
  readonly modelVersion: string;
  readonly proposedClass: OpinionClass;
  readonly classConfidence: number;
  readonly decidedClass: OpinionClass;
  readonly proposedTopic: string | null;
  readonly topicConfidence: number | null;
  readonly decidedTopic: string;
  readonly proposedSection: string | null;
  readonly decidedSection: string;
}

/** One submission as it was first decided, beside what was proposed. The text is the resident's: mask it. */
export interface SubmissionVerdictBehind {
  readonly submissionId: string;
  readonly receiptNumber: string;
  readonly decidedOn: DayString;
  readonly modelVersion: string;
  readonly proposedCount: number;
  readonly decidedCount: number;
  readonly urgent: boolean;
  readonly acknowledged: boolean;
  readonly beginning: string;
  readonly pii: readonly { readonly start: number; readonly end: number }[];
}

/** Which submissions: by their number of opinions, or those where danger was proposed. */
export type SubmissionVerdictFilter = { readonly sameCount: boolean } | { readonly urgent: true };

interface Paged<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const PLACE = [(day: unknown) => typeof day === 'string' && isDay(day), isId];

/** The decisions behind a figure, newest first. */
export async function readVerdictsBehind(
  source: DataSource,
  period: AccuracyPeriod,
  filter: VerdictFilter,
  after: string | null,
  limit: number,
): Promise<Paged<VerdictBehind>> {
  const values = new SqlValues();
  const where = `${verdictCondition(period, filter, values)} and v.proposed_class is not null${placeAfter('v.opinion_id', 'v', after, values)}`;
  const rows: VerdictBehind[] = await source.query(
    `select v.opinion_id as "opinionId", v.decided_on as "decidedOn", v.model_version as "modelVersion", v.proposed_class as "proposedClass",
       (v.class_permille / 1000.0)::float8 as "classConfidence", v.decided_class as "decidedClass", v.proposed_topic as "proposedTopic",
       (v.topic_permille / 1000.0)::float8 as "topicConfidence", v.decided_topic as "decidedTopic",
       v.proposed_section as "proposedSection", v.decided_section as "decidedSection"
     from opinion_verdict v where ${where} order by v.decided_on desc, v.opinion_id desc limit ${values.at(limit + 1, 'int')}`,
    values.list,
  );
  return paged(rows, limit, ({ decidedOn, opinionId }) => [decidedOn, opinionId]);
}

/** The submissions behind a figure, newest decision first. */
export async function readSubmissionVerdictsBehind(
  source: DataSource,
  period: AccuracyPeriod,
  filter: SubmissionVerdictFilter,
  after: string | null,
  limit: number,
): Promise<Paged<SubmissionVerdictBehind>> {
  const values = new SqlValues();
  const asked =
    'urgent' in filter ? 'w.urgent is not null' : `w.proposed_count ${filter.sameCount ? '=' : '<>'} w.decided_count`;
  const where = `${periodCondition('w', period, values)} and ${asked}${placeAfter('w.submission_id', 'w', after, values)}`;
  const rows: (Omit<SubmissionVerdictBehind, 'receiptNumber'> & { fiscalYear: number; receiptSerial: number })[] =
    await source.query(
      `select w.submission_id as "submissionId", s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
         w.decided_on as "decidedOn", w.model_version as "modelVersion", w.proposed_count as "proposedCount",
         w.decided_count as "decidedCount", w.urgent is not null as urgent, s.urgent_acknowledged_at is not null as acknowledged,
         left(s.body, 400) as beginning, coalesce(g.content->'pii', '[]') as pii
       from suggestion_verdict w join submission s on s.id = w.submission_id left join suggestion g on g.submission_id = w.submission_id
       where ${where} order by w.decided_on desc, w.submission_id desc limit ${values.at(limit + 1, 'int')}`,
      values.list,
    );
  const { items, next } = paged(rows, limit, ({ decidedOn, submissionId }) => [decidedOn, submissionId]);
  return {
    items: items.map(({ fiscalYear, receiptSerial, ...row }) => ({
      ...row,
      receiptNumber: receiptNumber(fiscalYear, receiptSerial),
    })),
    next,
  };
}

/** @throws DomainError `invalid_input` for a cursor that is none of ours. */
function placeAfter(id: string, alias: string, after: string | null, values: SqlValues): string {
  if (after === null) return '';
  const [day, at] = readCursor(after, PLACE);
  return ` and (${alias}.decided_on, ${id}) < (${values.at(day, 'date')}, ${values.at(at, 'uuid')})`;
}

function paged<T>(rows: readonly T[], limit: number, place: (row: T) => readonly string[]): Paged<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(place(last)) : null };
}
