import { readFileSync } from 'node:fs';
import { bigramIds } from '@kotae/japanese';
import type { DataSource } from 'typeorm';

/** Every second waiting letter belongs to it. */
export const BENCH_CAMPAIGN = '01900000-0000-7000-c000-000000000001';

/**
 * Adds letters `from` + 1 to `to` that nobody has sorted, over the last thirty days: the texts of `data/letters.jsonl`, read by
 * the machine, one in five hundred urgent, every second one from one campaign.
 */
export async function fillWaiting(owner: DataSource, from: number, to: number): Promise<void> {
  const texts = readFileSync('data/letters.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { subject: string | null; body: string })
    .map(({ subject, body }) => ({ subject, body, grams: bigramIds(`${subject ?? ''}\n${body}`) }));
  const runner = owner.createQueryRunner();
  try {
    await runner.query('set synchronous_commit = off');
    await runner.query('create temp table bench_text (n int, subject text, body text, grams int[])');
    await runner.query(
      `insert into bench_text select n - 1, x->>'subject', x->>'body', array(select g::int from jsonb_array_elements_text(x->'grams') g)
       from jsonb_array_elements($1::jsonb) with ordinality as e(x, n)`,
      [JSON.stringify(texts)],
    );
    await runner.query(
      `with made as materialized (
         select i, ('01a00000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, current_date - 30 + (i::bigint * 30 / 100000)::int % 31 as day,
                case when i % 2 = 0 then 0 else i % ${texts.length} end as n
         from generate_series($1::int + 1, $2::int) i),
       s as (
         insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
           subject, body, reply_wanted, publish_consent, due_on, urgent, campaign_id)
         select id, 2026, 10000000 + i, sha256(('waiting-' || i)::bytea), 'waiting-' || i, '\\x00', 'web_opinion', 'web', day, day + time '10:00',
           subject, body, i % 3 <> 0, true, day + 14, case when i % 500 = 1 then 'danger' end, case when i % 2 = 0 then $3::uuid end
         from made join bench_text using (n)),
       f as (
         insert into case_fact (submission_id, kind, at, actor_name, details)
         select id, 'received', day + time '10:00', '市民', '{"channel":"web"}' from made),
       x as (
         insert into submission_search (submission_id, received_on, grams) select id, day, grams from made join bench_text using (n))
       insert into suggestion (submission_id, model_version, created_at, content)
       select id, 'bench', day + time '10:01', jsonb_build_object('modelVersion', 'bench', 'urgent', null, 'doNotContact', null, 'pii', '[]'::jsonb,
         'opinions', jsonb_build_array(jsonb_build_object('start', 0, 'end', length(body), 'text', body, 'subtype', null,
           'class', jsonb_build_object('code', 'complaint', 'confidence', 0.8, 'reasons', '[]'::jsonb, 'alternatives', '[]'::jsonb),
           'topic', jsonb_build_object('code', 'topic-' || (1 + i % 24), 'confidence', 0.7, 'reasons', '[]'::jsonb, 'alternatives', '[]'::jsonb))))
       from made join bench_text using (n)`,
      [from, to, BENCH_CAMPAIGN],
    );
    await runner.query('drop table bench_text');
  } finally {
    await runner.release();
  }
  await owner.query('analyze');
  // As autovacuum does while letters come in one by one.
  await owner.query('vacuum submission, submission_search');
}
