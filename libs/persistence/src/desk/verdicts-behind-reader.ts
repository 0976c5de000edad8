import type { DayString, OpinionClass } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { SqlValues } from '../casework/sql-values';
import { periodCondition, verdictCondition, type AccuracyPeriod, type VerdictFilter } from './accuracy-filter';
import { paged, placeAfter, readLettersBehind, type LetterBehind, type Paged } from './letters-behind';

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

/** One submission as it was first decided, beside what was proposed. */
export interface SubmissionVerdictBehind extends LetterBehind {
  readonly modelVersion: string;
  readonly proposedCount: number;
  readonly decidedCount: number;
}

/** Which submissions: by their number of opinions. */
export interface SubmissionVerdictFilter {
  readonly sameCount: boolean;
}

/** The decisions behind a figure, newest first. */
export async function readVerdictsBehind(
  source: DataSource,
  period: AccuracyPeriod,
  filter: VerdictFilter,
  after: string | null,
  limit: number,
): Promise<Paged<VerdictBehind>> {
  const values = new SqlValues();
  const where = `${verdictCondition(period, filter, values)} and v.proposed_class is not null${placeAfter('v', 'opinion_id', after, values)}`;
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
  const where = `${periodCondition('w', period, values)} and w.proposed_count ${filter.sameCount ? '=' : '<>'} w.decided_count`;
  return readLettersBehind(
    source,
    `select w.submission_id, w.decided_on, w.model_version as "modelVersion", w.proposed_count as "proposedCount",
       w.decided_count as "decidedCount" from suggestion_verdict w where ${where}`,
    values,
    after,
    limit,
  );
}
