import { randomUUID } from 'node:crypto';
import type { OperationsView, SubmissionAccepted } from '@kotae/contracts';
import { addDays, dayOf, fiscalYearOf } from '@kotae/kernel';
import { receiptNumber, replyDueOn } from '@kotae/submission';
import { waitFor } from '@kotae/testing';
import { mailCopies } from './mail-copies';
import { movingClock, type MovingClock } from './moving-clock';
import { startProcesses, type Processes } from './processes';
import { letter, resident, sendOnce, type Acknowledged } from './residents';
import { SMALL_CITY } from './small-city';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Portal, desk and worker. */
const PROGRAMS = 3;

/** The programs' clock jumps a day ahead, back by an hour, and back to the truth; the database's clock is right. */
describe('clock jumps', () => {
  let clock: MovingClock;
  let product: Processes;

  beforeAll(async () => {
    clock = await movingClock();
    product = await startProcesses({ env: clock.env });
  }, 60_000);
  afterAll(async () => {
    await product?.stop();
    await clock?.remove();
  }, 30_000);

  const jumpTo = (offsetMs: number) => clock.jumpTo(offsetMs, PROGRAMS);
  const send = async (key: string, body: string): Promise<SubmissionAccepted> => {
    const answer = await sendOnce(product.portal.url, key, letter(body, `${key}@example.jp`));
    if (answer === null) throw new Error('the letter was not acknowledged');
    return answer;
  };
  const everythingIsDone = () =>
    waitFor(
      'every mail',
      async () =>
        (
          await product.query(
            `select 1 from outbox where expanded_at is null union all select 1 from delivery where state <> 'done' limit 1`,
          )
        ).length === 0,
      20_000,
    );

  it('letters keep their order and their dates, numbers and ids stay unique, every mail goes out once', async () => {
    const today = dayOf(new Date());
    let goOn = true;
    const heard: Acknowledged[][] = [[], []];
    const count = async () => (await product.query<{ n: number }>('select count(*)::int as n from submission'))[0]!.n;
    const writing = heard.map(async (letters, i) =>
      letters.push(
        ...(await resident(
          product.portal.url,
          `tokei${i}`,
          () => goOn,
          () => 20,
        )),
      ),
    );
    for (const offset of [0, DAY, DAY - HOUR, -HOUR, 0]) {
      await jumpTo(offset);
      const enough = (await count()) + 8;
      await waitFor('letters', async () => (await count()) >= enough);
    }
    goOn = false;
    await Promise.all(writing);
    await everythingIsDone();

    const rows = await product.query<{
      id: string;
      key: string;
      year: number;
      serial: number;
      receivedOn: string;
      dueOn: string;
    }>(
      `select id, idempotency_key as key, fiscal_year as year, receipt_serial as serial, received_on::text as "receivedOn", due_on::text as "dueOn"
       from submission`,
    );
    const letters = heard.flat();
    expect(rows).toHaveLength(letters.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(letters.length);
    expect(new Set(letters.map((one) => one.receiptNumber)).size).toBe(letters.length);
    const days = new Set<string>([addDays(today, -1), today, addDays(today, 1), addDays(today, 2)]);
    for (const row of rows) {
      const told = letters.find(({ key }) => `api:${key}` === row.key)!;
      expect(told).toMatchObject({ receiptNumber: receiptNumber(row.year, row.serial), receivedOn: row.receivedOn });
      expect(row.year).toBe(fiscalYearOf(told.receivedOn));
      expect(row.dueOn).toBe(replyDueOn(told.receivedOn, SMALL_CITY));
      expect(days).toContain(row.receivedOn);
    }
    expect(new Set(rows.map(({ receivedOn }) => receivedOn)).size).toBeGreaterThan(1);
    // Whoever sends one letter after the other gets rising numbers, whatever the clock says.
    for (const own of heard) {
      const numbers = own
        .filter((one) => fiscalYearOf(one.receivedOn) === fiscalYearOf(today))
        .map((one) => one.receiptNumber);
      expect(numbers).toEqual([...numbers].sort());
    }
    const mails = (await mailCopies(product.mail)).filter(({ to }) => letters.some(({ email }) => email === to));
    expect(mails).toHaveLength(letters.length);
    expect(mails.filter(({ copies }) => copies !== 1)).toEqual([]);
    expect([product.portal.starts, product.desk.starts, product.worker.starts]).toEqual([1, 1, 1]);
  }, 45_000);

  it('sessions end at a jump and none lives on that was opened ahead of time', async () => {
    await jumpTo(0);
    const before = await product.signIn();
    await before.get('/api/session');
    await jumpTo(DAY);
    await expect(before.get('/api/session')).rejects.toThrow('401');
    const ahead = await product.signIn();
    await ahead.get('/api/session');
    await jumpTo(DAY - HOUR);
    await expect(ahead.get('/api/session')).rejects.toThrow('401');
    const again = await product.signIn();
    await jumpTo(0);
    await expect(again.get('/api/session')).rejects.toThrow('401');
    await (await product.signIn()).get('/api/session');
  }, 30_000);

  it('the operator is told that a clock is wrong, and when it is right again', async () => {
    await product.query('update submission set received_on = $1 where received_on > $1', [dayOf(new Date())]);
    const check = async () =>
      (await (await product.signIn()).get<OperationsView>('/api/operations')).checks.find(
        ({ name }) => name === 'clock',
      );
    await jumpTo(-HOUR);
    expect(await check()).toMatchObject({
      ok: false,
      words: expect.stringContaining('60 分'),
      whatToDo: expect.stringContaining('NTP'),
    });
    await jumpTo(0);
    expect(await check()).toMatchObject({ ok: true, whatToDo: null });
  }, 30_000);

  it('deliveries that a clock put off until tomorrow go out within the minute, once', async () => {
    product.mail.behave('refuse');
    const key = randomUUID();
    await send(key, '時計がもどった日の声です。');
    await waitFor('the refusal', async () => {
      const rows = await product.query(
        `select 1 from delivery where state = 'pending' and reaction = 'acknowledge' and last_error is not null`,
      );
      return rows.length === 1;
    });
    // As if the database's own clock had been a day ahead when the next try was set.
    await product.query(`update delivery set next_try_at = now() + interval '1 day' where state = 'pending'`);
    product.mail.behave('accept');
    await everythingIsDone();
    expect((await mailCopies(product.mail)).filter(({ to }) => to === `${key}@example.jp`)).toMatchObject([
      { copies: 1 },
    ]);
  }, 40_000);

  it('at midnight after 31 March the numbers begin anew, and a letter sent again keeps its old one', async () => {
    const year = fiscalYearOf(dayOf(new Date())) + 1;
    const midnight = Date.UTC(year, 2, 31, 15);
    await jumpTo(midnight - 2_500 - Date.now());
    const lastKey = randomUUID();
    const last = await send(lastKey, '年度の終わりの声です。');
    expect(last.receivedOn).toBe(`${year}-03-31`);
    const first = await waitFor('the first letter of the new year', async () => {
      const answer = await send(randomUUID(), '年度をまたぐ声です。');
      return answer.receivedOn === `${year}-04-01` ? answer : null;
    });
    expect(first.receiptNumber).toBe(receiptNumber(year, 1));
    expect(await send(lastKey, '年度の終わりの声です。')).toEqual(last);
    const rows = await product.query<{ year: number; first: string; last: string }>(
      `select fiscal_year as year, min(received_on)::text as first, max(received_on)::text as last from submission
       where received_on >= $1::date group by 1 order by 1`,
      [`${year}-03-31`],
    );
    expect(rows).toEqual([
      { year: year - 1, first: `${year}-03-31`, last: `${year}-03-31` },
      { year, first: `${year}-04-01`, last: `${year}-04-01` },
    ]);
    await jumpTo(0);
    expect(last.receiptNumber.slice(0, -6)).toBe(receiptNumber(year - 1, 1).slice(0, -6));
  }, 30_000);

  it('who guessed codes waits ten minutes, not a day, when the clock goes back', async () => {
    await jumpTo(DAY);
    const guess = () => fetch(`${product.portal.url}/api/v1/submissions/ABCDE-FGHJK-MNPQ`);
    await waitFor('the refusal', async () => (await guess()).status === 429);
    await jumpTo(0);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(11 * 60);
  }, 30_000);
});
