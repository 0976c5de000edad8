import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Mail } from '@kotae/mail';
import { OperationsReader, PgSubmissionDoor, writeCitySettings } from '@kotae/persistence';
import { receiveSubmission } from '@kotae/submission';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { healthServer } from './health-server';
import { makeMetrics } from './metrics';
import { mailUnseen, noticeUnseen } from './unseen-alarm';

const CITY = {
  name: 'こだま市',
  mayorName: '山田 太郎',
  deskName: '秘書広報課',
  deskPhone: '0299-00-0000',
  deskPostalCode: '300-0000',
  deskAddress: 'こだま市中央1-1',
  deskEmail: 'kouhou@example.jp',
  districts: [],
  replyRule: { days: 14, unit: 'calendar' },
  extraHolidays: [],
  replySigner: 'こだま市長',
  maskForSections: true,
  urgentLines: [],
  publicWords: [],
  portalUrl: 'http://portal.example',
  deskUrl: 'http://desk.example',
} as const;
const SECRET_WORDS = '図書館の前の段差で車いすが止まります';

describe('what the worker watches over', () => {
  // A Monday morning in Japan.
  const clock = new FakeClock('2026-11-16T01:00:00Z');
  let database: TestDatabase;
  let owner: DataSource;
  let worker: DataSource;
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: async () => undefined };

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    worker = await database.as('kotae_worker');
    await writeCitySettings(owner, CITY);
  });
  afterAll(() => database.drop());

  const receive = (key: string) =>
    receiveSubmission(
      { door: new PgSubmissionDoor(owner), clock, city: CITY, secret: 'x'.repeat(40), actor: { kind: 'resident' } },
      {
        kind: 'web_opinion',
        channel: 'web',
        receivedOn: clock.now().toISOString().slice(0, 10),
        subject: null,
        body: SECRET_WORDS,
        reply: { wanted: true, channel: 'email' },
        submitter: { name: '山田花子', email: 'hanako@example.jp', phone: null, postalCode: null, address: null },
        district: null,
        ageBand: null,
        publishConsent: false,
        attachments: [],
        follows: null,
      },
      key,
    );

  it('rings once a day for letters that stayed unseen for a whole open day, until they are opened', async () => {
    const first = await receive('first');
    clock.set('2026-11-17T09:00:00Z');
    const second = await receive('second');
    expect(await noticeUnseen(worker, clock)).toBeNull();

    clock.set('2026-11-18T00:00:00Z');
    expect(await Promise.all([noticeUnseen(worker, clock), noticeUnseen(worker, clock)])).toEqual(
      expect.arrayContaining([1, null]),
    );
    expect(await noticeUnseen(worker, clock)).toBeNull();
    await mailUnseen(worker, mailer, '2026-11-18', '<1@example.jp>');
    expect(mails).toHaveLength(1);
    expect(mails[0]!.to).toBe('kouhou@example.jp');
    expect(mails[0]!.text).toContain(`${first.receiptNumber}\n　http://desk.example/submissions/${first.submissionId}`);
    expect(mails[0]!.text).not.toContain(second.receiptNumber);
    expect(JSON.stringify(mails)).not.toMatch(/段差|花子|hanako/);

    clock.set('2026-11-19T00:00:00Z');
    await owner.query('update submission set seen_at = now() where id = $1', [first.submissionId]);
    expect(await noticeUnseen(worker, clock)).toBe(1);
    await owner.query('update submission set seen_at = now()');
    await mailUnseen(worker, mailer, '2026-11-19', '<2@example.jp>');
    expect(mails).toHaveLength(1);

    // A Saturday: nobody could look.
    await owner.query('update submission set seen_at = null');
    clock.set('2026-11-21T00:00:00Z');
    expect(await noticeUnseen(worker, clock)).toBeNull();
  });

  it('answers Prometheus with numbers and nothing else, and leaves out a queue that cannot be reached', async () => {
    await owner.query(
      `insert into delivery (event_id, reaction, state, attempts, next_try_at, last_error)
       select id, 'acknowledge', 'failed', 12, now(), 'EENVELOPE' from outbox where name = 'SubmissionReceived' limit 1`,
    );
    let depth = () => Promise.resolve(7);
    const metrics = makeMetrics(new OperationsReader(worker), () => depth());
    const server = healthServer({ ready: () => worker.query('select 1'), metrics });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const ask = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    try {
      const response = await ask('/metrics');
      const text = await response.text();
      expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
      expect(value('kotae_submissions_accepted_total')).toBe(2);
      expect(value('kotae_unhandled')).toBe(2);
      expect(value('kotae_deliveries_failed')).toBe(1);
      expect(value('kotae_mail_failures')).toBe(1);
      expect(value('kotae_queue_depth')).toBe(7);
      expect(value('kotae_outbox_lag_seconds')).toBeGreaterThan(0);
      expect(value('kotae_oldest_unhandled_seconds')).toBeGreaterThanOrEqual(0);
      expect(text).not.toMatch(/段差|花子|hanako/);
      depth = () => Promise.reject(new Error('gone'));
      expect(await (await ask('/metrics')).text()).not.toMatch(/^kotae_queue_depth /m);
      expect((await ask('/elsewhere')).status).toBe(404);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
});
