import { randomUUID } from 'node:crypto';
import type { FailedDelivery, OperationsView, Page, SubmissionAccepted } from '@kotae/contracts';
import { waitFor } from '@kotae/testing';
import { Redis } from 'ioredis';
import { letLeasesRunOut } from './deliveries';
import { mailCopies, type MailCopies } from './mail-copies';
import { startProcesses, type Desk, type Processes } from './processes';
import { letter, sendOnce } from './residents';

/** One fault after another on the running product: what residents see, what is lost (nothing), how it recovers. */
describe('faults', () => {
  let product: Processes;
  let desk: Desk;
  let letters = 0;

  beforeAll(async () => {
    product = await startProcesses();
    desk = await product.signIn();
  }, 60_000);
  afterAll(() => product?.stop(), 30_000);

  /** Sends a letter that is acknowledged at the first try. */
  const send = async (): Promise<SubmissionAccepted & { email: string }> => {
    letters += 1;
    const email = `sender${letters}@example.jp`;
    const answer = await sendOnce(product.portal.url, randomUUID(), letter(`${letters}通目の声です。`, email));
    if (answer === null) throw new Error('the letter was not acknowledged');
    return { ...answer, email };
  };
  const mailTo = async (email: string): Promise<MailCopies[]> =>
    (await mailCopies(product.mail)).filter(({ to }) => to === email);
  const arrives = (email: string) =>
    waitFor(`the mail to ${email}`, async () => (await mailTo(email)).length > 0, 20_000);
  const acknowledgement = async (number: string) => {
    const [row] = await product.query<{ id: string; state: string; attempts: number; error: string | null }>(
      `select d.event_id as id, d.state, d.attempts, d.last_error as error from delivery d join outbox e on e.id = d.event_id
       join submission s on s.id = (e.payload->>'submissionId')::uuid
       where d.reaction = 'acknowledge' and s.receipt_serial = $1`,
      [Number(number.slice(-6))],
    );
    return row;
  };
  const recorded = (number: string) =>
    waitFor('it to be recorded', async () => (await acknowledgement(number))?.state === 'done', 20_000);
  const check = async (name: string) =>
    (await desk.get<OperationsView>('/api/operations')).checks.find((one) => one.name === name)!;

  it('Redis gone: letters are acknowledged all the same, mails follow when it is back', async () => {
    await product.endRedis();
    const sent = await send();
    expect(await mailTo(sent.email)).toEqual([]);
    await product.startRedis();
    await waitFor('the mail', async () => {
      await product.query(
        `update delivery set next_try_at = now() where state = 'pending' and attempts = 0 and next_try_at > now() + interval '1 second'`,
      );
      return (await mailTo(sent.email)).length > 0;
    });
    await recorded(sent.receiptNumber);
    expect((await mailTo(sent.email))[0]!.copies).toBe(1);
    expect(product.worker.starts).toBe(1);
  }, 30_000);

  it('FLUSHALL while mails wait in the queue: all of them go out', async () => {
    product.mail.behave('hang');
    const sent = [];
    for (let i = 0; i < 12; i++) sent.push(await send());
    const redis = new Redis(product.redisUrl);
    await waitFor('keys in Redis', async () => (await redis.dbsize()) > 0);
    await redis.flushall();
    await redis.quit();
    product.mail.behave('accept');
    await product.worker.end('SIGTERM');
    await letLeasesRunOut(product);
    product.worker.start();
    for (const { email, receiptNumber } of sent) {
      await arrives(email);
      await recorded(receiptNumber);
      expect((await mailTo(email))[0]!.copies).toBe(1);
    }
  }, 45_000);

  it('PostgreSQL restarted: a letter is refused for a moment, then every program goes on by itself', async () => {
    await product.endPostgres('SIGINT');
    const answer = await fetch(`${product.portal.url}/api/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(letter('止まっているあいだの声です。', 'nobody@example.jp')),
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await answer.json()).toMatchObject({ code: 'internal', title: expect.stringContaining('もう一度') });
    expect((await fetch(`${product.portal.url}/readyz`)).status).toBe(503);
    const starts = [product.portal.starts, product.desk.starts, product.worker.starts];
    await product.startPostgres();
    await Promise.all([product.portal.ready(), product.desk.ready(), product.worker.ready()]);
    const sent = await send();
    await arrives(sent.email);
    await recorded(sent.receiptNumber);
    expect([product.portal.starts, product.desk.starts, product.worker.starts]).toEqual(starts);
  }, 45_000);

  it('SMTP refuses, hangs, is well again: one mail, once, and the operator is told in between', async () => {
    product.mail.behave('refuse');
    const refused = await send();
    await waitFor('the refusal', async () => (await acknowledgement(refused.receiptNumber))?.error != null);
    expect(await check('mail')).toMatchObject({ ok: false, whatToDo: expect.stringContaining('SMTP_URL') });
    product.mail.behave('hang');
    const hung = await send();
    await waitFor('the hang to be given up', async () => (await acknowledgement(hung.receiptNumber))?.error != null);
    product.mail.behave('accept');
    for (const { email, receiptNumber } of [refused, hung]) {
      await arrives(email);
      await recorded(receiptNumber);
      expect((await mailTo(email))[0]!.copies).toBe(1);
    }
    expect(await check('mail')).toMatchObject({ ok: true });
  }, 60_000);

  it('killed between sending and recording: the mail comes again under the same Message-ID', async () => {
    product.mail.behave('swallow');
    const sent = await send();
    await arrives(sent.email);
    await product.worker.end('SIGKILL');
    product.mail.behave('accept');
    await letLeasesRunOut(product);
    product.worker.start();
    await recorded(sent.receiptNumber);
    expect(await mailTo(sent.email)).toMatchObject([{ copies: 2 }]);
  }, 30_000);

  it('a delivery given up stands in the failed list, and goes out when the desk tries it again', async () => {
    product.mail.behave('refuse');
    const sent = await send();
    const { id } = await waitFor('the first refusal', async () => {
      const row = await acknowledgement(sent.receiptNumber);
      return row?.error != null && row.state === 'pending' ? row : null;
    });
    // Three hours later: the last try.
    await product.query(
      `update delivery set attempts = 11, next_try_at = now() where event_id = $1 and reaction = 'acknowledge'`,
      [id],
    );
    const failed = await waitFor('the failed list', async () =>
      (await desk.get<Page<FailedDelivery>>('/api/failed-deliveries')).items.find(({ eventId }) => eventId === id),
    );
    expect(failed).toMatchObject({ reaction: 'acknowledge', attempts: 12 });
    expect(await check('deliveries')).toMatchObject({ ok: false });
    // Tried again too early: it has all its tries before it, and does not come back to the list at once.
    expect(await desk.post('/api/failed-deliveries/retry', { eventId: id, reaction: 'acknowledge' })).toBe(204);
    await waitFor('one more refusal', async () => (await acknowledgement(sent.receiptNumber))?.attempts === 1);
    expect(await check('deliveries')).toMatchObject({ ok: true });
    expect(await check('mail')).toMatchObject({ ok: false });
    product.mail.behave('accept');
    await arrives(sent.email);
    await recorded(sent.receiptNumber);
    expect(await check('deliveries')).toMatchObject({ ok: true });
    expect(await check('mail')).toMatchObject({ ok: true });
  }, 30_000);

  it('two workers at once: every mail once', async () => {
    const second = await product.secondWorker();
    const sent = [];
    for (let i = 0; i < 15; i++) sent.push(await send());
    for (const { email, receiptNumber } of sent) {
      await arrives(email);
      await recorded(receiptNumber);
      expect(await mailTo(email)).toMatchObject([{ copies: 1 }]);
    }
    await second.end('SIGTERM');
  }, 30_000);

  it('no worker: the operator is told, and nothing of it stops residents', async () => {
    await product.worker.end('SIGTERM');
    await waitFor('the words', async () => !(await check('worker')).ok);
    const sent = await send();
    product.worker.start();
    await arrives(sent.email);
    expect((await check('worker')).ok).toBe(true);
  }, 30_000);
});
