import type { MarkVerdict } from '@kotae/publication';
import type { DataSource } from 'typeorm';
import { SqlValues } from '../casework/sql-values';
import { periodCondition, type AccuracyPeriod } from './accuracy-filter';

/** What people made of the marks of one kind in the texts that were published in a month, `YYYY-MM`. */
export interface MarksOfMonth extends MarkVerdict {
  readonly month: string;
}

/**
 * By month and kind. A model's version has no part in these marks. Of opinions that were published again only the newest text
 * counts: people went over the same marks twice.
 */
export function readMarkNumbers(
  source: DataSource,
  period: Pick<AccuracyPeriod, 'firstDay' | 'lastDay'>,
): Promise<readonly MarksOfMonth[]> {
  const values = new SqlValues();
  return source.query(
    `select to_char(v.decided_on, 'YYYY-MM') as month, v.kind, sum(v.kept)::int as kept, sum(v.removed)::int as removed,
       sum(v.added)::int as added, sum(v.rewritten)::int as rewritten
     from pii_verdict v join publication p on p.id = v.publication_id
     where ${periodCondition('v', { ...period, version: null }, values)} and not exists (
       select 1 from publication later where later.submission_id = p.submission_id and later.id > p.id
         and later.published_on is not null and later.opinion_ids && p.opinion_ids)
     group by 1, 2 order by 1, 2`,
    values.list,
  );
}
