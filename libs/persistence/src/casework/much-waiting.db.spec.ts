import 'reflect-metadata';
import { LIMITS } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { OperationsReader } from '../operations/operations-reader';
import { InboxReader } from './inbox-reader';
import { INBOX_VIEW_NAMES, type InboxScope } from './inbox-views';
import { SubmissionReader } from './submission-reader';

const WAITING = 20_000;
const CAMPAIGN = '01900000-0000-7000-c000-000000000001';
/** Blocks of 8 KiB that one read of the desk may touch; looking at each waiting letter would be more than twenty thousand. */
const FEW_BLOCKS = 2_500;

/** Letters of 2026: `n` of them, one opinion each where they are sorted, spread over three sections. */
const LETTERS = `with made as (
    select i, ('01900000-0000-7000-8000-' || lpad(to_hex($3::int + i), 12, '0'))::uuid as id, date '2026-11-20' - i % 60 as day
    from generate_series(1, $1::int) i),
  s as (
    insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
      body, reply_wanted, publish_consent, due_on, state, campaign_id)
    select id, 2026, $3 + i, sha256((($3 + i)::text)::bytea), 'key-' || ($3 + i), '\\x00', 'web_opinion', 'web', day, day + time '10:00',
      'バス停にベンチをつくってください。', true, true, day + 14, $2, case when $2 = 'received' then $4::uuid end
    from made)
  insert into opinion (id, submission_id, ordinal, start_at, end_at, text, class, topic, section_id, channel, received_on, decided_by, decided_at, answer_state)
  select ('01900000-0000-7000-9000-' || lpad(to_hex($3 + i * 2 + n), 12, '0'))::uuid, id, n, 0, 1, 'x', 'complaint', 'transit', 'section-' || i % 3,
    'web', day, 'spec', now(), case when $2 = 'triaged' then 'waiting' else 'approved' end
  from made, generate_series(0, 1) n where $2 <> 'received'`;

describe('the desk with much that nobody has sorted', () => {
  let database: TestDatabase;
  let desk: DataSource;
  let asked: [sql: string, values: unknown[] | undefined][] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = await database.as('kotae_owner');
    await owner.query(
      `insert into section (id, name) select 'section-' || i, '第' || i || '課' from generate_series(0, 3) i`,
    );
    await owner.query(`insert into topic (code, name, section_id) values ('transit', '公共交通', 'section-0')`);
    await owner.query(LETTERS, [3_000, 'replied', 100_000, CAMPAIGN]);
    await owner.query(LETTERS, [120, 'triaged', 200_000, CAMPAIGN]);
    await owner.query(LETTERS, [WAITING, 'received', 300_000, CAMPAIGN]);
    await owner.query('vacuum analyze submission, opinion, reply');
    const real = await database.as('kotae_desk');
    desk = Object.assign(Object.create(real) as DataSource, {
      query: (sql: string, values?: unknown[]) => {
        asked.push([sql, values]);
        return real.query(sql, values);
      },
    });
  }, 60_000);
  afterAll(() => database.drop());

  const scope = (sectionId: string | null): InboxScope => ({
    sectionId,
    today: '2026-11-20',
    dueSoonUntil: '2026-11-26',
  });
  const page = (view: (typeof INBOX_VIEW_NAMES)[number], sectionId: string | null) =>
    new InboxReader(desk).page({
      view,
      scope: scope(sectionId),
      search: null,
      shown: (text) => text,
      after: null,
      limit: LIMITS.pageSize,
    });

  /** Blocks that everything asked in `work` touches. */
  async function blocks(work: () => Promise<unknown>): Promise<number> {
    asked = [];
    await work();
    let touched = 0;
    for (const [sql, values] of asked.slice()) {
      const [row] = await desk.query(`explain (analyze, buffers, format json) ${sql}`, values);
      const { Plan: plan } = row['QUERY PLAN'][0];
      touched += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    }
    return touched;
  }

  it.each(
    [null, 'section-1', 'section-3'].flatMap((sectionId) => INBOX_VIEW_NAMES.map((view) => [view, sectionId] as const)),
  )('lists `%s` of %s without looking at all of it', async (view, sectionId) => {
    expect(await blocks(() => page(view, sectionId))).toBeLessThan(FEW_BLOCKS);
  });

  it.each([null, 'section-1', 'section-3'])('counts what waits for %s from indexes', async (sectionId) => {
    expect(await blocks(() => new InboxReader(desk).numbers(scope(sectionId)))).toBeLessThan(FEW_BLOCKS);
  });

  it('shows one letter of a campaign without looking at all of them', async () => {
    const { items } = await page('untriaged', null);
    expect(await blocks(() => new SubmissionReader(desk).detail(items[0]!.submissionId))).toBeLessThan(FEW_BLOCKS);
  });

  it('tells monitoring how many wait, and which have waited longest, from indexes', async () => {
    const operations = new OperationsReader(desk);
    expect(await blocks(() => operations.figures())).toBeLessThan(FEW_BLOCKS);
  });

  it('counts exactly what nobody has sorted, and the rest up to a limit', async () => {
    const inbox = new InboxReader(desk);
    expect(await inbox.numbers(scope(null))).toMatchObject({
      untriaged: WAITING,
      overdue: LIMITS.counted,
      answering: 120,
    });
    expect(await inbox.numbers(scope('section-1'))).toMatchObject({ untriaged: 0, overdue: 30, answering: 40 });
    expect(
      (await new SubmissionReader(desk).detail((await page('all', null)).items[0]!.submissionId))?.campaign?.size,
    ).toBe(LIMITS.counted);
  });

  it("lists each of a section's letters once, however many of its opinions are the section's, page by page", async () => {
    const inbox = new InboxReader(desk);
    const seen: { day: string; id: string }[] = [];
    for (let after: string | null = null; ;) {
      const { items, next } = await inbox.page({
        view: 'all',
        scope: scope('section-1'),
        search: null,
        shown: (text) => text,
        after,
        limit: LIMITS.pageSize,
      });
      seen.push(...items.map(({ receivedOn, submissionId }) => ({ day: receivedOn, id: submissionId })));
      if (next === null) break;
      after = next;
    }
    expect(seen).toHaveLength(1_040);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1_040);
    const places = seen.map(({ day, id }) => `${day} ${id}`);
    expect(places).toEqual([...places].sort().reverse());
  });
});
