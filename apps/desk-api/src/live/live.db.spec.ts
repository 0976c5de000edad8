import 'reflect-metadata';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InboxCounts } from '@kotae/contracts';
import { waitFor } from '@kotae/testing';
import { COUNTS_APART_MS } from '../inbox/inbox-desk';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

/** A page that listens, as a browser's EventSource would. */
interface Listening {
  readonly counts: InboxCounts[];
  readonly headers: Readonly<Record<string, unknown>>;
  ended(): boolean;
  close(): void;
}

describe('open pages hear of changes', () => {
  let desk: TestDesk;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk({ listens: true });
    await desk.app.listen(0, '127.0.0.1');
    office = await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const listen = (who: TestStaff): Promise<Listening> =>
    new Promise((resolve, reject) => {
      const { port } = desk.app.getHttpServer().address() as AddressInfo;
      const call = request(
        { host: '127.0.0.1', port, path: '/api/events', headers: { cookie: who.cookie } },
        (response) => {
          const counts: InboxCounts[] = [];
          let text = '';
          let ended = false;
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
            for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
              const event = text.slice(0, end);
              text = text.slice(end + 2);
              if (event.startsWith('event: counts')) {
                counts.push(JSON.parse(event.slice(event.indexOf('data: ') + 6)) as InboxCounts);
              }
            }
          });
          response.on('close', () => (ended = true));
          resolve({ counts, headers: response.headers, ended: () => ended, close: () => call.destroy() });
        },
      );
      call.on('error', (error) => (call.destroyed ? undefined : reject(error)));
      call.end();
    });

  it('at once, then with every change, each with a revision of its own', async () => {
    const page = await listen(office);
    expect(page.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    await waitFor('the first counts', async () => page.counts.length > 0);
    expect(page.counts[0]).toMatchObject({ untriaged: 0 });
    const id = await sendLetter(desk);
    await desk.owner.query(`select pg_notify('kotae_desk', '')`);
    await waitFor('one more', async () => page.counts.at(-1)?.untriaged === 1);
    await triageAsOne(office, id);
    await waitFor('it is with the section', async () => page.counts.at(-1)?.answering === 1);
    expect(new Set(page.counts.map((c) => c.revision)).size).toBe(page.counts.length);
    page.close();
  });

  it('about once a second however fast letters come in, and of the last one too', async () => {
    const page = await listen(office);
    await waitFor('the first counts', async () => page.counts.length > 0);
    const { untriaged } = page.counts[0]!;
    const began = performance.now();
    let sent = 0;
    for (; performance.now() - began < 2_500; sent++) {
      await sendLetter(desk);
      await desk.owner.query(`select pg_notify('kotae_desk', '')`);
    }
    await waitFor('the last one', async () => page.counts.at(-1)?.untriaged === untriaged + sent);
    expect(page.counts.length - 1).toBeLessThanOrEqual(2 + (performance.now() - began) / COUNTS_APART_MS);
    page.close();
    await desk.owner.query(`update submission set state = 'circulated' where state = 'received'`);
  });

  it("a section's page counts what is the section's", async () => {
    const page = await listen(await desk.staff('section_member', 'transit'));
    const stranger = await listen(await desk.staff('section_member', 'roads'));
    await waitFor('both', async () => page.counts.length > 0 && stranger.counts.length > 0);
    expect([page.counts[0]!.answering, stranger.counts[0]!.answering]).toEqual([1, 0]);
    page.close();
    stranger.close();
  });

  it('a page that opens right after a change hears of it, whoever opened before', async () => {
    const before = await listen(office);
    await waitFor('the first counts', async () => before.counts.length > 0);
    // The change is in the database; that it happened was told while nobody listened.
    await sendLetter(desk);
    const after = await listen(office);
    await waitFor('its first counts', async () => after.counts.length > 0);
    expect(after.counts[0]!.untriaged).toBe(before.counts[0]!.untriaged + 1);
    before.close();
    after.close();
    await desk.owner.query(`update submission set state = 'circulated' where state = 'received'`);
  });

  it('again after the listening connection was lost', async () => {
    const page = await listen(office);
    await waitFor('the first counts', async () => page.counts.length > 0);
    const before = page.counts.length;
    const killed = await desk.owner.query(
      `select pid from pg_stat_activity where application_name = 'kotae desk listening' and datname = current_database()`,
    );
    expect(killed).toHaveLength(1);
    const own = await desk.database.as('kotae_desk');
    await own.query('select pg_terminate_backend($1)', [killed[0].pid]);
    await waitFor('it listens again and says so', async () => page.counts.length > before);
    const later = page.counts.length;
    await sendLetter(desk);
    await desk.owner.query(`select pg_notify('kotae_desk', '')`);
    await waitFor('the next change', async () => page.counts.length > later && page.counts.at(-1)?.untriaged === 1);
    page.close();
  });
});
