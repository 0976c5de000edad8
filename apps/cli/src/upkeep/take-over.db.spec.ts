import 'reflect-metadata';
import { newId, type Clock } from '@kotae/kernel';
import { PgSubmissionDoor } from '@kotae/persistence';
import { hashUploadKey, receiveSubmission, type ReceivedSubmission } from '@kotae/submission';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { Trouble } from '../trouble';
import { runChecks } from './checks';
import { takeOver } from './take-over';

const CITY = { districts: [], replyRule: { days: 14, unit: 'calendar' }, extraHolidays: [] } as const;

describe('taking over what the old server accepted later', () => {
  const clock: Clock = { now: () => new Date() };
  const databases: TestDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  /** Two databases that were one until now. */
  const twins = async (): Promise<[DataSource, DataSource]> => {
    const made = [await createTestDatabase(), await createTestDatabase()];
    databases.push(...made);
    return [await made[0]!.as('kotae_owner'), await made[1]!.as('kotae_owner')];
  };
  const receive = async (
    into: DataSource,
    key: string,
    files = 0,
    follows: string | null = null,
  ): Promise<ReceivedSubmission> => {
    const attachments = Array.from({ length: files }, () => ({ id: newId(), key: newId() }));
    for (const { id, key: secret } of attachments) {
      await into.query(
        `insert into attachment (id, key_hash, file_name, media_type, byte_size, content, created_at) values ($1, $2, 'a.png', 'image/png', 4, $3, now())`,
        [id, hashUploadKey(secret), Buffer.from([0, 255, 10, 92])],
      );
    }
    return receiveSubmission(
      { door: new PgSubmissionDoor(into), clock, city: CITY, secret: 'x'.repeat(40), actor: { kind: 'resident' } },
      {
        kind: 'web_opinion',
        channel: 'web',
        receivedOn: clock.now().toISOString().slice(0, 10),
        subject: null,
        body: `${key}の声です。"引用"と\\円記号\n改行 𠮷`,
        reply: { wanted: true, channel: 'email' },
        submitter: { name: '𠮷田', email: 'a@example.jp', phone: null, postalCode: null, address: null },
        district: null,
        ageBand: null,
        publishConsent: true,
        attachments,
        follows,
      },
      key,
    );
  };
  const rows = (source: DataSource) =>
    source.query(
      `select s.idempotency_key as key, s.fiscal_year, s.receipt_serial, s.code_hash, s.fingerprint, s.received_at, s.body, s.state,
         (select row_to_json(w) from submitter w where w.submission_id = s.id) as submitter,
         (select count(*)::int from case_fact f where f.submission_id = s.id and kind = 'received') as facts,
         (select coalesce(jsonb_agg(jsonb_build_array(a.file_name, encode(a.content, 'hex')) order by a.id), '[]') from attachment a where a.submission_id = s.id) as files
       from submission s order by s.receipt_serial`,
    );

  it('brings letters, senders, files and numbers, as letters that nobody has opened; twice changes nothing', async () => {
    const [old, restored] = await twins();
    const common = await receive(old, 'both');
    await restored.query('insert into submission select * from json_populate_record(null::submission, $1)', [
      (await old.query(`select row_to_json(s)::text as row from submission s`))[0].row,
    ]);
    await restored.query(
      `insert into case_fact (submission_id, kind, at, actor_name) select id, 'received', received_at, '市民' from submission`,
    );
    await receive(old, 'later-1', 2);
    await receive(old, 'later-2', 0, common.receiptCode);
    const asReceived = (await rows(old)).slice(1);
    await old.query(`update submission set state = 'circulated', seen_at = now(), version = 7, closed_on = now()`);
    await old.query(`delete from case_fact`);

    expect(await takeOver(old, restored)).toBe(2);
    expect((await rows(restored)).slice(1)).toEqual(asReceived);
    expect(await takeOver(old, restored)).toBe(0);
    expect(
      await restored.query(
        `select f.idempotency_key as key from submission s join submission f on f.id = s.follows_id`,
      ),
    ).toEqual([{ key: 'both' }]);
    expect(
      await restored.query(`select reaction, state, count(*)::int as n from delivery group by 1, 2 order by 1`),
    ).toEqual([
      { reaction: 'acknowledge', state: 'pending', n: 2 },
      { reaction: 'suggest', state: 'pending', n: 2 },
      { reaction: 'tell-the-desk', state: 'pending', n: 2 },
    ]);
    const checks = await restored.transaction((tx) => runChecks(tx));
    expect(checks.flatMap(({ problems }) => problems)).toEqual([]);

    const next = await receive(restored, 'after');
    expect(next.receiptNumber > common.receiptNumber).toBe(true);
    expect(new Set((await rows(restored)).map((row: { receipt_serial: number }) => row.receipt_serial)).size).toBe(4);
  });

  it('refuses as a whole when the restored city has given a number again', async () => {
    const [old, restored] = await twins();
    await receive(restored, 'someone else');
    await receive(old, 'later-1');
    await receive(old, 'later-2');
    const before = await rows(restored);
    const refusal = await takeOver(old, restored).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Trouble);
    expect((refusal as Trouble).message).toContain('重なっています');
    expect(await rows(restored)).toEqual(before);
  });
});
