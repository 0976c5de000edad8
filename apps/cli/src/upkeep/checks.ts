import { REACTIONS } from '@kotae/jobs';
import { thawYear } from '@kotae/indicators';
import type { EntityManager } from 'typeorm';

/** One thing that must hold, and what is found against it. */
export interface Check {
  readonly name: string;
  /** Each is one line: ids and numbers, never a resident's text. */
  readonly problems: readonly string[];
}

const DIMENSIONS = 'measure, month, class, outcome, topic, section_id, channel, district';

/** The three books of counts, summed by month and all they are counted by. */
const FACTS = `select measure, date_trunc('month', counted_on)::date as month, class, outcome, topic, section_id, channel, district,
    sum(sign)::int as n from opinion_fact group by 1, 2, 3, 4, 5, 6, 7, 8`;
const SUMS = `select ${DIMENSIONS}, sum(n)::int as n from
    (select ${DIMENSIONS}, n from count_rollup where topic <> '*' union all select ${DIMENSIONS}, n from count_delta) s group by ${DIMENSIONS}`;
/** The roll-up's rows over all topics, sections, channels and districts, against its fine rows. */
const TOTALS = `select measure, month, class, outcome, '*' as topic, '*' as section_id, '*' as channel, '*' as district, n
    from count_rollup where topic = '*'`;
const FINE = `select measure, month, class, outcome, '*' as topic, '*' as section_id, '*' as channel, '*' as district, sum(n)::int as n
    from count_rollup where topic <> '*' group by 1, 2, 3, 4`;
const OPINIONS = `select measure, month, class, outcome, topic, section_id, channel, district, count(*)::int as n from (
    select 'class' as measure, date_trunc('month', received_on)::date as month, class, '' as outcome, topic, section_id, channel,
      coalesce(district, '') as district from opinion where withdrawn_at is null
    union all
    select 'outcome', date_trunc('month', outcome_on)::date, class, outcome, topic, section_id, channel, coalesce(district, '')
      from opinion where withdrawn_at is null and outcome is not null) o group by ${DIMENSIONS}`;

const difference = (left: string, right: string) =>
  `select measure, to_char(month, 'YYYY-MM') as month, class, outcome, topic, section_id as section,
     coalesce(l.n, 0) as left_n, coalesce(r.n, 0) as right_n
   from (${left}) l full join (${right}) r using (${DIMENSIONS})
   where coalesce(l.n, 0) <> coalesce(r.n, 0) order by 1, 2, 3 limit 50`;

interface Difference {
  measure: string;
  month: string;
  class: string;
  outcome: string;
  topic: string;
  section: string;
  left_n: number;
  right_n: number;
}

/**
 * Recounts everything from the ground in one snapshot: facts against roll-ups, facts against opinions, events against
 * deliveries, closed years against their hashes.
 */
export async function runChecks(tx: EntityManager): Promise<Check[]> {
  return [
    {
      name: '件数の台帳（opinion_fact）と集計（count_rollup + count_delta）',
      problems: await compare(tx, FACTS, SUMS),
    },
    { name: '集計（count_rollup）の細かい行と合計の行', problems: await compare(tx, FINE, TOTALS) },
    { name: '件数の台帳（opinion_fact）と今の意見（opinion）', problems: await compare(tx, FACTS, OPINIONS) },
    { name: 'どの受付にも「受け付けた」記録がある', problems: await unreceived(tx) },
    { name: '出来事（outbox）と、その後の仕事（delivery）', problems: await deliveries(tx) },
    { name: 'あきらめた仕事がない', problems: await failed(tx) },
    { name: '締めた年度の数字が、締めたときのまま', problems: await closings(tx) },
  ];
}

async function compare(tx: EntityManager, left: string, right: string): Promise<string[]> {
  const rows: Difference[] = await tx.query(difference(left, right));
  return rows.map(
    (row) =>
      `${row.measure} ${row.month} ${row.class} ${row.outcome || '-'} ${row.topic} ${row.section}: ${row.left_n} ≠ ${row.right_n}`,
  );
}

async function unreceived(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select s.id from submission s
     where not exists (select 1 from case_fact f where f.submission_id = s.id and f.kind = 'received') limit 50`,
  );
  return rows.map(({ id }) => `submission ${id}`);
}

async function deliveries(tx: EntityManager): Promise<string[]> {
  const expected = Object.entries(REACTIONS).flatMap(([name, reactions]) =>
    reactions.map((reaction) => ({ name, reaction })),
  );
  const missing: { id: string; reaction: string }[] = await tx.query(
    `select e.id, x.reaction from outbox e join jsonb_to_recordset($1) as x(name text, reaction text) on x.name = e.name
     where e.expanded_at is not null
       and not exists (select 1 from delivery d where d.event_id = e.id and d.reaction = x.reaction) limit 50`,
    [JSON.stringify(expected)],
  );
  const orphans: { id: string; reaction: string }[] = await tx.query(
    `select d.event_id as id, d.reaction from delivery d
     where not exists (select 1 from outbox e where e.id = d.event_id) limit 50`,
  );
  const late: { n: number }[] = await tx.query(
    `select count(*)::int as n from outbox where expanded_at is null and created_at < now() - interval '10 minutes'`,
  );
  return [
    ...missing.map(({ id, reaction }) => `event ${id}: ${reaction} was never handed on`),
    ...orphans.map(({ id, reaction }) => `delivery ${reaction} without its event ${id}`),
    ...(late[0]!.n > 0 ? [`${late[0]!.n} events wait for more than ten minutes: is the worker running?`] : []),
  ];
}

async function failed(tx: EntityManager): Promise<string[]> {
  const rows: { reaction: string; code: string; n: number }[] = await tx.query(
    `select reaction, coalesce(last_error, '?') as code, count(*)::int as n from delivery where state = 'failed'
     group by 1, 2 order by 3 desc limit 50`,
  );
  return rows.map(({ reaction, code, n }) => `${reaction}: ${n} (${code})`);
}

async function closings(tx: EntityManager): Promise<string[]> {
  const rows: { id: string; content: string; sha256: string }[] = await tx.query(
    'select id, content, sha256 from closing',
  );
  return rows.flatMap(({ id, content, sha256 }) => {
    try {
      thawYear(content, sha256);
      return [];
    } catch {
      return [`closing ${id} does not match its hash`];
    }
  });
}
