import 'reflect-metadata';
import { receiveSubmission, type ReceiveContext, type SubmissionInput } from '@kotae/submission';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { PgSubmissionDoor } from './submission-door';

const input = (body: string): SubmissionInput => ({
  kind: 'web_opinion',
  channel: 'web',
  receivedOn: '2026-11-20',
  subject: null,
  body,
  reply: { wanted: true, channel: 'email' },
  submitter: { name: '髙﨑 𠮷', email: 'a@example.jp', phone: null, postalCode: null, address: null },
  district: '中央',
  ageBand: null,
  publishConsent: true,
  attachments: [],
  follows: null,
});

describe('the door of submissions', () => {
  let database: TestDatabase;
  let portal: DataSource;
  let owner: DataSource;
  let context: ReceiveContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    portal = await database.as('kotae_portal');
    owner = await database.as('kotae_owner');
    context = {
      door: new PgSubmissionDoor(portal),
      clock: new FakeClock('2026-11-20T03:00:00Z'),
      city: { districts: ['中央'], replyRule: { days: 14, unit: 'calendar' }, extraHolidays: [] },
      secret: 'secret',
      actor: { kind: 'resident' },
    };
  });
  afterAll(() => database.drop());

  const count = async (table: string) => Number((await owner.query(`select count(*) from ${table}`))[0].count);

  it('writes submission, submitter, fact and event together, and keeps the text as typed', async () => {
    const body = '図書館を\n夜8時まで🌙 𠮷';
    const received = await receiveSubmission(context, input(body), 'once');
    expect(received).toMatchObject({ fresh: true, receivedOn: '2026-11-20', dueOn: '2026-12-04' });
    expect(received.receiptNumber).toMatch(/^R8-\d{6}$/);
    const [row] = await owner.query('select body, state from submission where id = $1', [received.submissionId]);
    expect(row).toEqual({ body, state: 'received' });
    const [who] = await owner.query('select name, email from submitter where submission_id = $1', [
      received.submissionId,
    ]);
    expect(who).toEqual({ name: '髙﨑 𠮷', email: 'a@example.jp' });
    const facts = await owner.query('select kind, actor_name from case_fact where submission_id = $1', [
      received.submissionId,
    ]);
    expect(facts).toEqual([{ kind: 'received', actor_name: '市民' }]);
    const events = await owner.query(`select name, payload from outbox where payload->>'submissionId' = $1`, [
      received.submissionId,
    ]);
    expect(events).toEqual([{ name: 'SubmissionReceived', payload: { submissionId: received.submissionId } }]);
  });

  it('makes one submission of a hundred impatient clicks, and answers each the same receipt', async () => {
    const before = await count('submission');
    const doors = [new PgSubmissionDoor(portal), new PgSubmissionDoor(portal), context.door];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        receiveSubmission({ ...context, door: doors[i % 3]! }, input('二度押し'), 'clicked'),
      ),
    );
    expect(await count('submission')).toBe(before + 1);
    expect(new Set(answers.map((a) => `${a.receiptNumber} ${a.receiptCode}`)).size).toBe(1);
    expect(answers.filter((a) => a.fresh)).toHaveLength(1);
  });

  it('gives everyone a number of their own when many write at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => receiveSubmission(context, input(`意見 ${i}`), `many-${i}`)),
    );
    expect(new Set(answers.map((a) => a.receiptNumber)).size).toBe(200);
    expect(await count('outbox')).toBe(await count('submission'));
    expect(await count('submitter')).toBe(await count('submission'));
  });

  it('refuses another text under a key that was used', async () => {
    await receiveSubmission(context, input('最初の文'), 'reused');
    await expect(receiveSubmission(context, input('別の文'), 'reused')).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
  });

  it('lets one broken submission of a batch fail alone', async () => {
    const broken = { ...input('壊れた分'), kind: null as unknown as 'web_opinion' };
    const results = await Promise.allSettled([
      receiveSubmission(context, input('良い分1'), 'good-1'),
      receiveSubmission(context, broken, 'broken'),
      receiveSubmission(context, input('良い分2'), 'good-2'),
    ]);
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not let a statement that hangs hold up who comes after it', async () => {
    const door = new PgSubmissionDoor(portal);
    const held = owner.createQueryRunner();
    await held.startTransaction();
    try {
      // A twin's row, not committed yet: who sends the same key waits for it.
      await held.query(
        `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on, received_at,
           body, reply_wanted, publish_consent) select gen_random_uuid(), 2015, 999999, 'x', 'hanging', 'x', 'web_opinion', 'web', '2015-04-01', now(), '', false, false`,
      );
      const hanging = receiveSubmission({ ...context, door }, input('待たされる声'), 'hanging');
      const next = await receiveSubmission({ ...context, door }, input('あとから来た声'), 'not hanging');
      expect(next.fresh).toBe(true);
      await held.rollbackTransaction();
      expect((await hanging).fresh).toBe(true);
    } finally {
      if (held.isTransactionActive) await held.rollbackTransaction();
      await held.release();
    }
  });

  it('names every field that needs another look and writes nothing', async () => {
    const before = await count('submission');
    const bad = {
      ...input('  '),
      reply: { wanted: true, channel: 'post' as const },
      submitter: null,
      district: '月面',
    };
    await expect(receiveSubmission(context, bad, 'bad')).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'body' }, { field: 'address' }, { field: 'name' }, { field: 'district' }],
    });
    expect(await count('submission')).toBe(before);
  });

  it('does not let the portal read what residents wrote', async () => {
    for (const table of [
      'submission',
      'submitter',
      'opinion',
      'attachment',
      'reply',
      'staff',
      'staff_session',
      'outbox',
      'case_fact',
      'opinion_fact',
      'suggestion',
      'publication',
      'answer_step',
      'submission_search',
    ]) {
      await expect(portal.query(`select * from ${table} limit 1`)).rejects.toThrow(/permission denied/);
    }
    await expect(portal.query(`update submission set body = ''`)).rejects.toThrow(/permission denied/);
    await expect(portal.query(`delete from attachment`)).rejects.toThrow(/permission denied/);
    await expect(portal.query(`insert into outbox values (gen_random_uuid(), 'x', '{}', now())`)).rejects.toThrow(
      /permission denied/,
    );
    expect(await portal.query(`select look_up_submission('\\x00') as found`)).toEqual([{ found: null }]);
  });

  it('keeps facts unchangeable for the desk and the worker', async () => {
    for (const role of ['kotae_desk', 'kotae_worker'] as const) {
      const source = await database.as(role);
      for (const table of ['case_fact', 'opinion_fact', 'answer_step', 'indicator_value', 'closing']) {
        const [may] = await source.query(
          `select has_table_privilege(current_user, $1, 'INSERT') as append, has_table_privilege(current_user, $1, 'UPDATE') as update,
                  has_any_column_privilege(current_user, $1, 'UPDATE') as part, has_table_privilege(current_user, $1, 'DELETE') as delete`,
          [table],
        );
        expect({ table, ...may }).toEqual({ table, append: true, update: false, part: false, delete: false });
      }
    }
  });

  it('lets the desk write down what people decided against a suggestion, and the worker only read it', async () => {
    for (const [role, append] of [
      ['kotae_desk', true],
      ['kotae_worker', false],
    ] as const) {
      const source = await database.as(role);
      for (const table of ['suggestion_verdict', 'opinion_verdict']) {
        const [may] = await source.query(
          `select has_table_privilege(current_user, $1, 'SELECT') as read, has_table_privilege(current_user, $1, 'INSERT') as append,
                  has_any_column_privilege(current_user, $1, 'UPDATE') as update, has_table_privilege(current_user, $1, 'DELETE') as delete`,
          [table],
        );
        expect({ role, table, ...may }).toEqual({ role, table, read: true, append, update: false, delete: false });
      }
    }
  });
});
