import 'reflect-metadata';
import { resolve } from 'node:path';
import type { Mail } from '@kotae/mail';
import { PgSubmissionDoor, writeCitySettings } from '@kotae/persistence';
import { receiveSubmission } from '@kotae/submission';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { reactions, reactionsTogether } from './reactions';
import { makeWorkshop, type Workshop } from './workshop';

const ROOT = resolve(import.meta.dirname, '../../..');
const URGENT = 'もう生きていくのがつらいです。今夜、死のうと思っています。';

describe('a letter that may be urgent', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let shop: Workshop;
  const mails: Mail[] = [];
  let mailServer: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    await writeCitySettings(owner, {
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
    });
    shop = makeWorkshop({
      source: await database.as('kotae_worker'),
      secret: 'x'.repeat(40),
      mailer: {
        send: async (mail) => {
          await mailServer;
          mails.push(mail);
        },
        close: async () => undefined,
      },
      root: ROOT,
      mailDomain: 'example.jp',
      secondVoice: null,
      log: { warn: () => undefined },
    });
  });
  afterAll(() => database.drop());

  const receive = (key: string, body: string) =>
    receiveSubmission(
      {
        door: new PgSubmissionDoor(owner),
        clock: new FakeClock('2026-11-20T01:00:00Z'),
        city: { replyRule: { days: 14, unit: 'calendar' }, extraHolidays: [], districts: [] },
        secret: 'x'.repeat(40),
        actor: { kind: 'resident' },
      },
      {
        kind: 'web_opinion',
        channel: 'web',
        receivedOn: '2026-11-20',
        subject: null,
        body,
        reply: { wanted: false, channel: null },
        submitter: { name: null, email: null, phone: null, postalCode: null, address: null },
        district: null,
        ageBand: null,
        publishConsent: false,
        attachments: [],
        follows: null,
      },
      key,
    );
  const noticed = (): Promise<{ id: string; payload: { submissionId: string } }[]> =>
    owner.query(`select id, payload from outbox where name = 'UrgencyNoticed'`);

  it('is told to the desk without waiting for the mail server, and mailed once, without its words', async () => {
    const urgent = await receive('urgent', URGENT);
    const calm = await receive('calm', '図書館の開館時間を教えてください。');
    const events = [urgent, calm].map(({ submissionId }, i) => ({ eventId: `e${i}`, payload: { submissionId } }));
    mailServer = new Promise(() => undefined);
    expect(await reactionsTogether(shop)['tell-the-desk'](events)).toEqual(new Set(['e0', 'e1']));
    // Tried again, or by another worker: still one event, and nothing that waits for the mail server.
    for (const event of events) await reactions(shop)['tell-the-desk'](event);
    const [event, ...more] = await noticed();
    expect(more).toEqual([]);
    expect(event?.payload).toEqual({ submissionId: urgent.submissionId });

    mailServer = Promise.resolve();
    await reactions(shop)['mail-urgent']({ eventId: event!.id, payload: event!.payload });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'kouhou@example.jp', messageId: `<${event!.id}.mail-urgent@example.jp>` });
    expect(mails[0]!.text).toContain(`http://desk.example/submissions/${urgent.submissionId}`);
    expect(JSON.stringify(mails)).not.toMatch(/つらい|今夜|思って/);
  });
});
