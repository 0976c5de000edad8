import { databaseOptions } from '@kotae/persistence';
import type { LocalPostgres } from '@kotae/servers';
import { hashReceiptCode, makeReceiptCode } from '@kotae/submission';
import { DataSource } from 'typeorm';
import { PASSWORD, SECRET } from './programs';
import { SMALL_CITY, makeRolesAndDatabase } from './small-city';

/** The last migration of the previous release. */
const LAST = 1789000000004;

/** Letters of the filled city whose receipt codes the tests ask for. */
export const PREVIOUS_KEYS: readonly string[] = Array.from({ length: 20 }, (_, i) => `previous-${i + 1}`);

/** A database with roles and tables as the previous release made them, and `letters` submissions with all that follows. */
export async function buildPreviousRelease(postgres: LocalPostgres, database: string, letters: number): Promise<void> {
  await makeRolesAndDatabase(postgres, database, PASSWORD);
  const options = databaseOptions({
    url: postgres.url('kotae_owner', PASSWORD, database),
    poolSize: 2,
    applicationName: 'kotae previous release',
  });
  const owner = await new DataSource({
    ...options,
    migrations: Object.values(options.migrations ?? {}).filter(
      (migration) => typeof migration === 'function' && Number(/\d+$/.exec(migration.name)?.[0]) <= LAST,
    ),
  }).initialize();
  try {
    await owner.runMigrations({ transaction: 'each' });
    await owner.query('insert into city (id, settings, updated_at) values (1, $1, now())', [SMALL_CITY]);
    for (const statement of FILL) await owner.query(statement.replaceAll(':letters', String(letters)));
    for (const key of PREVIOUS_KEYS) await owner.query('select accept_submissions($1::jsonb)', [acceptance(key)]);
    await owner.query('analyze');
  } finally {
    await owner.destroy();
  }
}

/** One letter as the previous release's portal hands it over: the argument of `accept_submissions`. */
export function acceptance(key: string): string {
  const code = makeReceiptCode(SECRET, key);
  return JSON.stringify([
    {
      id: crypto.randomUUID(),
      event_id: crypto.randomUUID(),
      idempotency_key: key,
      fingerprint: '00',
      code_hash: hashReceiptCode(SECRET, code).toString('hex'),
      fiscal_year: 2026,
      received_at: '2026-11-20T01:00:00Z',
      received_on: '2026-11-20',
      due_on: '2026-12-04',
      kind: 'web_opinion',
      channel: 'web',
      subject: null,
      body: '公園の時計が止まったままなので、直してほしいです。',
      reply_wanted: true,
      reply_channel: 'email',
      publish_consent: false,
      district: null,
      age_band: null,
      registered_by: null,
      registered_by_name: null,
      follows_code_hash: null,
      submitter: { name: null, email: `${key}@example.jp`, phone: null, postalCode: null, address: null },
      attachments: [],
    },
  ]);
}

/** What the previous release's programs ask all the time, word for word, each in its role. */
export const PREVIOUS_QUERIES = {
  lookUp: 'select look_up_submission($1) as found',
  publicAnswers: `select id, title, question, answer, topic, topic_name, section_name, outcome, received_on, answered_on, published_on
    from public_answer order by published_on desc, id desc limit 20`,
  inbox: `select s.id, s.fiscal_year, s.receipt_serial, s.received_on, s.state, s.urgent, left(s.body, 400) as beginning, s.due_on, s.version,
      (select r.state from reply r where r.submission_id = s.id) as reply_state,
      (select coalesce(jsonb_agg(jsonb_build_object('class', o.class, 'topicName', coalesce(t.name, o.topic), 'sectionName', c.name,
         'answerState', o.answer_state, 'nextLookOn', o.next_look_on) order by o.ordinal), '[]')
       from opinion o join section c on c.id = o.section_id left join topic t on t.code = o.topic
       where o.submission_id = s.id and o.withdrawn_at is null) as opinions
    from submission s where s.state = 'received' order by s.received_on desc, s.id desc limit 50`,
  dashboard: `select i.id, i.content, (select coalesce(sum(n), 0)::int from
      (select n from count_rollup where topic = '*' and measure = 'class' union all select n from count_delta) x) as counted
    from plan p join indicator i on i.plan_id = p.id order by i.sort, i.id`,
} as const;

/** Every number of the city that a release may not change: letters, opinions, facts, counts, answers, indicators. */
export const NUMBERS = `select jsonb_build_object(
  'letters', (select jsonb_object_agg(state, n) from (select state, count(*) as n from submission where idempotency_key like 'fill-%' group by 1) x),
  'opinions', (select jsonb_object_agg(class, n) from (select class, count(*) as n from opinion where withdrawn_at is null group by 1) x),
  'facts', (select jsonb_object_agg(class, n) from (select class, sum(sign) as n from opinion_fact where measure = 'class' group by 1) x),
  'outcomes', (select jsonb_object_agg(outcome, n) from (select outcome, sum(sign) as n from opinion_fact where measure = 'outcome' group by 1) x),
  'rolledUp', (select sum(n) from count_rollup where topic <> '*'),
  'answers', (select md5(string_agg(id::text || title || question || answer, '|' order by id)) from public_answer),
  'texts', (select md5(string_agg(id::text || body, '|' order by id)) from submission where idempotency_key like 'fill-%'),
  'plans', (select count(*) from plan), 'indicators', (select count(*) from indicator),
  'values', (select jsonb_agg(jsonb_build_array(indicator_id, fiscal_year, value) order by seq) from indicator_value)) as numbers`;

const FILL = [
  `insert into section (id, name) values ('roads', '道路課'), ('culture', '生涯学習課')`,
  `insert into topic (code, name, section_id) values ('roads', '道路・側溝・街路灯', 'roads'), ('culture', '生涯学習・文化・図書館', 'culture')`,
  `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
     body, reply_wanted, publish_consent, state, due_on)
   select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 2026, nextval('receipt_serial_2026'), sha256(('c' || i)::bytea), 'fill-' || i, '\\x00',
     'web_opinion', 'web', date '2026-04-01' + i % 200, date '2026-04-01' + i % 200 + time '10:00', repeat('道路の穴を直してください。', 1 + i % 20), true, true,
     case when i % 10 = 0 then 'received' else 'replied' end, date '2026-04-15' + i % 200
   from generate_series(1, :letters) i`,
  `insert into case_fact (submission_id, kind, at, actor_name) select id, 'received', received_at, '市民' from submission`,
  `insert into opinion (id, submission_id, ordinal, start_at, end_at, text, class, topic, section_id, channel, received_on, decided_by, decided_at,
     answer_state, outcome, outcome_on)
   select gen_random_uuid(), id, 1, 0, length(body), body, (array['complaint', 'operations_improvement', 'policy_proposal'])[1 + receipt_serial % 3],
     (array['roads', 'culture'])[1 + receipt_serial % 2], (array['roads', 'culture'])[1 + receipt_serial % 2], channel, received_on, '広聴 担当', now(), 'approved',
     case when receipt_serial % 7 = 0 then 'implemented' end, case when receipt_serial % 7 = 0 then received_on + 30 end
   from submission where state = 'replied'`,
  `insert into opinion_fact (opinion_id, submission_id, measure, sign, class, topic, section_id, channel, counted_on, recorded_at)
   select id, submission_id, 'class', 1, class, topic, section_id, channel, received_on, now() from opinion`,
  `insert into opinion_fact (opinion_id, submission_id, measure, sign, class, outcome, topic, section_id, channel, counted_on, recorded_at)
   select id, submission_id, 'outcome', 1, class, outcome, topic, section_id, channel, outcome_on, now() from opinion where outcome is not null`,
  `insert into count_rollup (measure, month, class, outcome, topic, section_id, channel, district, n)
   select measure, date_trunc('month', counted_on)::date, class, outcome, topic, section_id, channel, district, sum(sign) from opinion_fact
   group by 1, 2, 3, 4, 5, 6, 7, 8
   union all
   select measure, date_trunc('month', counted_on)::date, class, outcome, '*', '*', '*', '*', sum(sign) from opinion_fact group by 1, 2, 3, 4`,
  `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, received_on, answered_on, published_on)
   select gen_random_uuid(), submission_id, array[id], 'published', '道路について', text, 'ご意見ありがとうございます。', topic, section_id, received_on,
     received_on + 10, received_on + 20 from opinion where start_at = 0 and right(submission_id::text, 1) = '7'`,
  `insert into plan (id, content, own) values ('own', '{"id": "own", "name": "みぎわ市総合計画"}', true)`,
  `insert into indicator (id, plan_id, content) values ('own-1', 'own', '{"id": "own-1", "name": "市政への提案の件数"}')`,
  `insert into indicator_value (indicator_id, fiscal_year, value, source_text, author_name, recorded_at)
   select 'own-1', 2020 + i, 10 * i, '決算資料', '広聴 担当', now() from generate_series(1, 5) i`,
];
