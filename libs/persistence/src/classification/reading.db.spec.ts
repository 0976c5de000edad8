import 'reflect-metadata';
import { NearDuplicates, readSubmission, readSubmissions } from '@kotae/classification';
import { newId, type Actor } from '@kotae/kernel';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { PgUnitOfWork } from '../unit-of-work';
import { PgSuggestionStore } from './pg-suggestion-store';

const PROGRAM: Actor = { kind: 'system', name: '応え' };
const PARK = '中央公園の大きなけやきを切らないでください。夏の木かげは子どもたちの遊び場です。';
const POOL = '市民プールの開館時間を夜八時まで延ばしてほしいです。仕事の帰りに泳げません。';
const DANGER = 'もう死にたいです。誰にも話せません。';

describe('submissions that are read', () => {
  const clock = new FakeClock('2026-11-20T01:00:00Z');
  let database: TestDatabase;
  let owner: DataSource;
  let source: DataSource;
  let serial = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    source = await database.as('kotae_worker');
  });
  afterAll(() => database.drop());

  const add = async (body: string): Promise<string> => {
    const id = newId();
    serial += 1;
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
         body, reply_wanted, publish_consent)
       values ($1, 2026, $2, sha256($3::bytea), $3, '', 'web_opinion', 'web', '2026-11-20', now(), $4, false, false)`,
      [id, serial, `letter ${serial}`, body],
    );
    return id;
  };
  const context = () => ({
    uow: new PgUnitOfWork(source, (tx) => ({ suggestions: new PgSuggestionStore(tx) })),
    clock,
    model: null,
    topics: [],
    actor: PROGRAM,
  });
  const campaignOf = async (id: string): Promise<string | null> => {
    const [row]: { campaign: string | null }[] = await owner.query(
      'select campaign_id as campaign from submission where id = $1',
      [id],
    );
    return row!.campaign;
  };

  it('together find the same as one by one: campaigns among them and with earlier ones, danger once', async () => {
    const earlier = await add(PARK);
    await readSubmission(context(), earlier);
    expect(await campaignOf(earlier)).toBeNull();

    const [park, pool, samePool, danger, other] = [
      await add(`${PARK}よろしくお願いします。`),
      await add(POOL),
      await add(`はじめまして。${POOL}`),
      await add(DANGER),
      await add('道路の白線が消えかけています。駅の東側の通りです。'),
    ];
    const ids = [park, pool, samePool, danger, other];
    await readSubmissions(context(), ids);
    await readSubmissions(context(), ids);

    expect(await campaignOf(park)).not.toBeNull();
    expect(await campaignOf(earlier)).toBe(await campaignOf(park));
    expect(await campaignOf(pool)).not.toBeNull();
    expect(await campaignOf(samePool)).toBe(await campaignOf(pool));
    expect(await campaignOf(pool)).not.toBe(await campaignOf(park));
    expect(await campaignOf(other)).toBeNull();

    expect(await owner.query('select id, urgent from submission where urgent is not null')).toEqual([
      { id: danger, urgent: 'self_harm' },
    ]);
    expect(await owner.query(`select submission_id as id, details from case_fact where kind = 'urgent_found'`)).toEqual(
      [{ id: danger, details: { urgent: 'self_harm' } }],
    );
    const [found] = await owner.query(
      'select count(*)::int as n from submission_search where submission_id = any($1::uuid[])',
      [ids],
    );
    expect(found.n).toBe(5);
  });

  it('at the same moment do not miss each other', async () => {
    const body = '図書館の自習室に、電源のある席を増やしてください。学生が並んで待っています。';
    const ids = [];
    for (let i = 0; i < 6; i++) ids.push(await add(`${body}${'お願いします。'.repeat(i % 2)}`));
    await Promise.all(ids.map((id) => readSubmissions(context(), [id])));
    const campaigns = new Set(await Promise.all(ids.map(campaignOf)));
    expect(campaigns.size).toBe(1);
    expect([...campaigns][0]).not.toBeNull();
  });

  it('are compared with those that share most, not with the first of many that share one phrase', async () => {
    const body = 'ごみ集積所のからす除けの網が破れています。新しいものに取り替えてください。';
    const twin = await add(body);
    await readSubmission(context(), twin);
    // Half a thousand letters that share one key with it, and nothing else.
    const letter = `${body}北町の三丁目です。`;
    const keys = new Set(new NearDuplicates().signature(body));
    const crowded = new NearDuplicates().signature(letter).find((key) => keys.has(key))!;
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
         body, reply_wanted, publish_consent)
       select gen_random_uuid(), 2025, i, sha256(('crowd ' || i)::bytea), 'crowd ' || i, '', 'web_opinion', 'web', '2026-11-21', now(),
         'まったく別の話です。' || i, false, false from generate_series(1, 500) i`,
    );
    await owner.query(
      `insert into submission_band (submission_id, band) select id, $1 from submission where fiscal_year = 2025`,
      [crowded],
    );
    const id = await add(letter);
    await readSubmission(context(), id);
    expect(await campaignOf(id)).not.toBeNull();
    expect(await campaignOf(twin)).toBe(await campaignOf(id));
  });

  it('are compared with the newest of a key, not with what it brought years ago', async () => {
    const body = '駅前の駐輪場がいつも満車です。二階建ての自転車置き場を作ってください。';
    // The old ones lie in front of it on the disk, too.
    await owner.query('truncate submission_band');
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
         body, reply_wanted, publish_consent)
       select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 2020, i, sha256(('old ' || i)::bytea), 'old ' || i, '', 'web_opinion', 'web',
         '2020-11-21', now(), '昔の別の話です。' || i, false, false from generate_series(1, 20) i`,
    );
    await owner.query(
      `insert into submission_band (submission_id, band) select s.id, b from submission s cross join unnest($1::int[]) b where fiscal_year = 2020`,
      [[...new Set(new NearDuplicates().signature(body))]],
    );
    const [twin, id] = [await add(body), await add(`${body}お願いします。`)];
    await readSubmission(context(), twin);
    await readSubmission(context(), id);
    expect(await campaignOf(twin)).not.toBeNull();
    expect(await campaignOf(id)).toBe(await campaignOf(twin));
  });
});
