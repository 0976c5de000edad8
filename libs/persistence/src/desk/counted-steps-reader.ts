import { stepsOf, type CountedStep, type LedgerEntry } from '@kotae/indicators';
import type { DataSource } from 'typeorm';

/** The decisions recorded after an instant that changed how these opinions count, oldest first. */
export async function readCountedSteps(
  source: DataSource,
  opinionIds: readonly string[],
  measure: 'class' | 'outcome',
  after: Date,
): Promise<CountedStep[]> {
  const entries: LedgerEntry[] = await source.query(
    `select f.seq::float8 as seq, f.opinion_id as "opinionId", f.measure, f.sign, f.class, nullif(f.outcome, '') as outcome, f.topic,
            f.section_id as "sectionId", f.channel, nullif(f.district, '') as district, f.counted_on as "countedOn",
            f.recorded_at as "recordedAt", f.reason, coalesce(s.name, '') as "actorName"
     from opinion_fact f left join staff s on s.id = f.actor_id
     where f.opinion_id = any($1::uuid[]) and f.measure = $2 and f.recorded_at > $3 order by f.opinion_id, f.seq`,
    [opinionIds, measure, after],
  );
  return stepsOf(entries);
}
