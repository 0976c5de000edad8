import type { TestDesk } from './test-desk';

/** What the ledger of counts and the opinions disagree on: one line each, none when they agree. */
export async function runChecksOf(desk: TestDesk): Promise<string[]> {
  const rows: { line: string }[] = await desk.owner.query(
    `with facts as (select class, topic, section_id, sum(sign)::int as n from opinion_fact where measure = 'class' group by 1, 2, 3),
       opinions as (select class, topic, section_id, count(*)::int as n from opinion where withdrawn_at is null group by 1, 2, 3)
     select concat_ws(' ', class, topic, section_id, coalesce(f.n, 0), '≠', coalesce(o.n, 0)) as line
     from facts f full join opinions o using (class, topic, section_id) where coalesce(f.n, 0) <> coalesce(o.n, 0)`,
  );
  return rows.map(({ line }) => line);
}
