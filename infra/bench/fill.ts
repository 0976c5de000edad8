import type { DataSource } from 'typeorm';

/**
 * Writes `n` submissions with one opinion each in the shape of a real inbox: bodies of 40 to 600 characters, classes, topics and
 * sections skewed (a few carry most), three fiscal years with seasons, one in five with an outcome, one in fifty published. Made inside the
 * database, so a million takes minutes. Ids are ordered by time like real ones.
 */
export async function fillCity(owner: DataSource, n: number): Promise<void> {
  await owner.query('set synchronous_commit = off');
  const step = 100_000;
  for (let from = 0; from < n; from += step) {
    await owner.query(
      `with raw as (
         select i, date '2024-04-01' + (least(0.9999, (random() + random() * random()) / 2) * 960)::int as received_on,
                random() as r1, random() as r2, random() as r3, random() as r4
         from generate_series($1::int + 1, $2::int) i),
       made as (
         select raw.*, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id,
                ('01900000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid as opinion_id,
                extract(year from received_on - interval '3 months')::int as fy,
                (array['complaint','complaint','complaint','operations_improvement','operations_improvement','policy_proposal','policy_proposal','inquiry','appreciation','out_of_scope'])[1 + floor(r1 * 10)::int] as class,
                'topic-' || (1 + floor(r2 * r2 * 24)::int) as topic, 'section-' || (1 + floor(r2 * r2 * 18)::int) as section_id,
                (array['web','web','web','email','postcard','letter','phone','counter','event'])[1 + floor(r3 * 9)::int] as channel,
                repeat('道路の穴を直してください。毎朝、子どもが通ります。', 1 + floor(r4 * r4 * 24)::int) as body
         from raw),
       s as (
         insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
           subject, body, reply_wanted, publish_consent, state, due_on)
         select id, fy, i, sha256(('code-' || i)::bytea), 'fill-' || i, '\\x00', 'web_opinion', channel, received_on, received_on + time '10:00',
           null, body, r3 > 0.5, r4 > 0.5, case when i % 50 = 0 then 'received' when i % 3 = 0 then 'circulated' else 'replied' end, received_on + 14
         from made),
       f as (
         insert into opinion_fact (opinion_id, submission_id, measure, sign, class, topic, section_id, channel, counted_on, recorded_at)
         select opinion_id, id, 'class', 1, class, topic, section_id, channel, received_on, received_on + time '11:00' from made where i % 50 <> 0)
       insert into opinion (id, submission_id, ordinal, start_at, end_at, text, class, topic, section_id, channel, received_on, decided_by, decided_at,
         answer_state, answer_body, outcome, outcome_on)
       select opinion_id, id, 1, 0, length(body), body, class, topic, section_id, channel, received_on, 'bench', received_on + time '11:00',
         'approved', '', case when i % 5 = 0 then 'implemented' end, case when i % 5 = 0 then received_on + 30 end
       from made where i % 50 <> 0`.replace(`\n       f as (`, `\n       f as (`),
      [from, Math.min(n, from + step)],
    );
  }
  await owner.query(
    `insert into opinion_fact (opinion_id, submission_id, measure, sign, class, outcome, topic, section_id, channel, counted_on, recorded_at)
     select id, submission_id, 'outcome', 1, class, outcome, topic, section_id, channel, outcome_on, now() from opinion where outcome is not null`,
  );
  await owner.query(
    `insert into count_rollup (measure, month, class, outcome, topic, section_id, channel, district, n)
     select measure, date_trunc('month', counted_on)::date, class, outcome, topic, section_id, channel, district, sum(sign)
     from opinion_fact group by 1, 2, 3, 4, 5, 6, 7, 8
     union all
     select measure, date_trunc('month', counted_on)::date, class, outcome, '*', '*', '*', '*', sum(sign) from opinion_fact group by 1, 2, 3, 4`,
  );
  await owner.query(
    `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, outcome, received_on, answered_on, published_on)
     select gen_random_uuid(), submission_id, array[id], 'published', '道路について', text, 'ご意見ありがとうございます。', topic, section_id, outcome,
       received_on, received_on + 10, received_on + 20 from opinion where substr(id::text, 36, 1) = '0' and substr(id::text, 35, 1) in ('0', '5', 'a')`,
  );
  await owner.query(
    `insert into reply (id, submission_id, state, signer, opening, closing, parts, sent_on, sent_at)
     select gen_random_uuid(), id, 'sent', 'こだま市長', 'ありがとうございます。', 'こだま市', '[]', received_on + 10, received_on + 10
     from submission where state = 'replied'`,
  );
  await owner.query('analyze');
}
