import 'reflect-metadata';
import { newId } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { FailedDeliveries } from './failed-deliveries';

describe('trying a given-up delivery again', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let failed: FailedDeliveries;
  let serial = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    failed = new FailedDeliveries(await database.as('kotae_desk'));
  });
  afterAll(() => database.drop());

  const givenUp = async (reaction: string, payload: object, state = 'failed'): Promise<string> => {
    const id = newId();
    await owner.query(
      `with event as (insert into outbox (id, name, payload, created_at, expanded_at) values ($1, 'ReplySent', $2, now(), now()))
       insert into delivery (event_id, reaction, state, attempts, next_try_at, last_error) values ($1, $3, $4, 12, now(), 'EENVELOPE')`,
      [id, payload, reaction, state],
    );
    return id;
  };
  const replyIn = async (state: string): Promise<string> => {
    const [submissionId, replyId] = [newId(), newId()];
    serial += 1;
    await owner.query(
      `with s as (insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
           received_at, body, reply_wanted, publish_consent)
         values ($1, 2026, $4::int, sha256($4::text::bytea), $4::text, '\\x00', 'web_opinion', 'web', '2026-11-01', now(), 'x', true, false))
       insert into reply (id, submission_id, state, signer, opening, closing) values ($2, $1, $3, 's', 'o', 'c')`,
      [submissionId, replyId, state, serial],
    );
    return replyId;
  };
  const delivery = async (id: string) =>
    (await owner.query('select state, attempts from delivery where event_id = $1', [id]))[0];
  const reply = async (id: string) => (await owner.query('select state, version from reply where id = $1', [id]))[0];

  it('starts counting afresh, and only once', async () => {
    const id = await givenUp('acknowledge', { submissionId: newId() });
    expect(await failed.retry(id, 'acknowledge')).toBe(true);
    expect(await delivery(id)).toEqual({ state: 'pending', attempts: 0 });
    expect(await failed.retry(id, 'acknowledge')).toBe(false);
  });

  it('a reply that could not be mailed is on its way again', async () => {
    const replyId = await replyIn('failed');
    const id = await givenUp('mail-reply', { replyId });
    expect(await failed.retry(id, 'mail-reply')).toBe(true);
    expect(await delivery(id)).toEqual({ state: 'pending', attempts: 0 });
    expect(await reply(replyId)).toEqual({ state: 'sending', version: 2 });
  });

  it.each(['draft', 'sent'])('a reply that is a %s since then is left alone', async (state) => {
    const replyId = await replyIn(state);
    const id = await givenUp('mail-reply', { replyId });
    expect(await failed.retry(id, 'mail-reply')).toBe(true);
    expect(await delivery(id)).toMatchObject({ state: 'done' });
    expect(await reply(replyId)).toEqual({ state, version: 1 });
  });

  it('a reply that the desk has sent again is not mailed twice', async () => {
    const replyId = await replyIn('sending');
    const id = await givenUp('mail-reply', { replyId });
    const newer = await givenUp('mail-reply', { replyId }, 'pending');
    expect(await failed.retry(id, 'mail-reply')).toBe(true);
    expect(await delivery(id)).toMatchObject({ state: 'done' });
    expect(await delivery(newer)).toMatchObject({ state: 'pending' });
  });

  it('a reply left on its way by a worker that died goes on', async () => {
    const replyId = await replyIn('sending');
    const id = await givenUp('mail-reply', { replyId });
    expect(await failed.retry(id, 'mail-reply')).toBe(true);
    expect(await delivery(id)).toEqual({ state: 'pending', attempts: 0 });
  });
});
