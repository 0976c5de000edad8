import { resolve } from 'node:path';
import type { Clock } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { runChecks } from '../upkeep/checks';
import { cityExists, loadDemoCity } from './load';

const ROOT = resolve(import.meta.dirname, '../../../..');
const clock: Clock = { now: () => new Date('2026-11-21T10:00:00+09:00') };

let database: TestDatabase;
let source: DataSource;
const load = (onProgress: (words: string) => void = () => undefined) =>
  loadDemoCity({
    source,
    clock,
    root: ROOT,
    secret: 'a secret of at least thirty-two characters',
    portalUrl: 'http://127.0.0.1:8080',
    deskUrl: 'http://127.0.0.1:8081',
    onProgress,
  });
const count = async (sql: string) => Number((await source.query(`select count(*) as n from ${sql}`))[0].n);

beforeAll(async () => {
  database = await createTestDatabase();
  source = await database.as('kotae_owner');
}, 60_000);
afterAll(() => database.drop());

describe('the demo city', () => {
  it('that was cut off is taken up again, and nothing is loaded twice', async () => {
    await expect(
      load((words) => {
        if (words.startsWith('振り分けと回答 60')) throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await cityExists(source)).toBe(false);
    await load();
    expect(await cityExists(source)).toBe(true);
    expect(await count('submission')).toBe(520);
    expect(await count(`case_fact where kind = 'received'`)).toBe(520);
  }, 180_000);

  it('adds up', async () => {
    for (const { name, problems } of await source.transaction('REPEATABLE READ', runChecks)) {
      expect({ name, problems }).toEqual({ name, problems: [] });
    }
  });

  it('leaves the last 45 days to sort, and everything older sorted', async () => {
    expect(await count(`submission where state = 'received'`)).toBeGreaterThan(15);
    expect(await count(`submission where state = 'received' and received_on < '2026-10-07'`)).toBe(0);
    expect(await count(`submission where state <> 'received' and received_on >= '2026-10-07'`)).toBe(0);
  });

  it('keeps the labels as the decisions of staff', async () => {
    expect(await count(`opinion where decided_by = '広田 さくら'`)).toBe(await count('opinion'));
    expect(await count(`opinion o where length(o.text) = 0`)).toBe(0);
  });

  it('has been suggested what a model proposes that has learnt none of these letters', async () => {
    expect(await count('suggestion')).toBe(520);
    expect(
      await count(`model where active and version = 'demo' and trained_at < (select min(received_at) from submission)`),
    ).toBe(1);
    expect(await count('submission_search')).toBe(520);
    expect(
      await count(
        `suggestion g join submission s on s.id = g.submission_id where g.created_at > s.received_at + interval '1 hour'`,
      ),
    ).toBe(0);
    expect(
      await count(`submission where urgent is not null and state <> 'received' and urgent_acknowledged_at is null`),
    ).toBe(0);
    expect(await count('suggestion_verdict')).toBe(await count(`submission where state <> 'received'`));
    expect(await count('opinion_verdict')).toBe(await count('opinion'));
    const judged = await count('opinion_verdict where proposed_class is not null');
    const taken = await count('opinion_verdict where proposed_class = decided_class');
    expect(taken / judged).toBeGreaterThan(0.7);
    expect(taken / judged).toBeLessThan(0.97);
  });

  it('has staff who say of every letter whether it is urgent, on the day they sorted it', async () => {
    expect(await count(`(select distinct submission_id from urgency_verdict) v`)).toBe(
      await count(`submission where state <> 'received'`),
    );
    expect(
      await count(
        `urgency_verdict v join suggestion_verdict w using (submission_id) where v.decided_on = w.decided_on`,
      ),
    ).toBe(await count('urgency_verdict'));
    expect(await count('urgency_verdict where proposed is not null and decided is not null')).toBeGreaterThan(5);
  });

  it('publishes what reads well, and nothing that names anybody', async () => {
    expect(await count(`publication where state = 'published'`)).toBeGreaterThanOrEqual(60);
    expect(await count('pii_verdict where kept > 0')).toBeGreaterThan(3);
  });

  it('has promises, some of them due', async () => {
    expect(await count(`opinion where next_look_on <= '2026-11-21'`)).toBeGreaterThan(0);
    expect(await count(`opinion where next_look_on > '2026-11-21'`)).toBeGreaterThan(0);
  });

  it('tells nobody by mail of what came long ago', async () => {
    const waiting = `outbox e where e.name = 'SubmissionReceived'
      and not exists (select 1 from delivery d where d.event_id = e.id and d.reaction = 'acknowledge' and d.state = 'done')`;
    expect(await count(waiting)).toBe(0);
    expect(await count(`submitter where email is not null`)).toBe(0);
  });
});
