import type { InboxCounts, SubmissionStatus } from '@kotae/contracts';
import { receiptNumber } from '@kotae/submission';
import { workThroughEverything } from './deliveries';
import { mailCopies } from './mail-copies';
import { startProcesses, type Processes } from './processes';
import { seededRandom } from './random';
import { letter, pause, resident, sendOnce, type Acknowledged } from './residents';

const RESIDENTS = 4;
const MOST_LETTERS = 60;
const FAULTS_MS = 20_000;

type Victim = 'portal' | 'worker' | 'other worker' | 'postgres' | 'redis';
const VICTIMS: readonly Victim[] = ['portal', 'worker', 'other worker', 'postgres', 'redis'];

/** kill -9 of every part at random moments under load, with two workers at once; KOTAE_SEED repeats a run. */
describe('nothing is lost', () => {
  const random = seededRandom();
  let product: Processes;
  let letters: Acknowledged[];
  /** For every killed worker: events whose acknowledgement was under way, there or beside it, and not recorded as sent. */
  const underWay: Set<string>[] = [];
  const killed: string[] = [];

  const program = (victim: 'portal' | 'worker' | 'other worker') =>
    victim === 'other worker' ? product.workers[1]! : product[victim];

  /** What it had begun stays begun until its lease runs out, at the end of the run: the other one may be at work. */
  const afterWorkerDied = async () => {
    const rows = await product.query<{ id: string }>(
      `select event_id as id from delivery where reaction = 'acknowledge' and state = 'pending' and attempts > 0`,
    );
    underWay.push(new Set(rows.map(({ id }) => id)));
  };

  /** Kills the victims at once, leaves them dead for a moment, starts them again in the order a machine would. */
  const strike = async (victims: readonly Victim[]) => {
    killed.push(victims.join('+'));
    await Promise.all(
      victims.map((victim) => {
        if (victim === 'postgres') return product.endPostgres('SIGKILL');
        if (victim === 'redis') return product.endRedis();
        return program(victim).end('SIGKILL');
      }),
    );
    await pause(random.between(50, 900));
    if (victims.includes('postgres')) await product.startPostgres();
    const workers = victims.filter((victim) => victim === 'worker' || victim === 'other worker');
    if (workers.length > 0) await afterWorkerDied();
    if (victims.includes('redis')) await product.startRedis();
    if (victims.includes('portal')) product.portal.start();
    for (const worker of workers) program(worker).start();
  };

  beforeAll(async () => {
    product = await startProcesses({ postgres: { fsync: 'on', synchronous_commit: 'on' } });
    await product.secondWorker();
    let striking = true;
    const writing = Promise.all(
      Array.from({ length: RESIDENTS }, (_, i) => {
        let left = MOST_LETTERS;
        return resident(
          product.portal.url,
          `resident${i + 1}`,
          () => striking && left-- > 0,
          () => random.between(30, 250),
        );
      }),
    );
    const until = performance.now() + FAULTS_MS;
    const faults: Victim[][] = [
      ...random.shuffled(VICTIMS).map((victim) => [victim]),
      [...VICTIMS],
      ...random.shuffled([...VICTIMS, 'worker', 'other worker', 'portal'] as const).map((victim) => [victim]),
    ];
    for (const [i, victims] of faults.entries()) {
      if (i > VICTIMS.length && performance.now() > until) break;
      await pause(random.between(200, 1_500));
      await strike(victims);
    }
    striking = false;
    letters = (await writing).flat();
    await product.portal.ready();
    await product.desk.ready();
    await workThroughEverything(product);
    console.info(
      `nothing-lost seed=${random.seed} killed=${killed.join(',')} letters=${letters.length} ` +
        `sent-again=${letters.filter(({ tries }) => tries > 1).length} ` +
        `unrecorded-mails=${underWay.map((events) => events.size).join(',')}`,
    );
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  it('happened under load, and letters had to be sent again', () => {
    expect(letters.length).toBeGreaterThan(30);
    expect(letters.some(({ tries }) => tries > 1)).toBe(true);
  });

  it('every acknowledged letter is there exactly once, under the number that was acknowledged', async () => {
    const rows = await product.query<{ key: string; year: number; serial: number; body: string; email: string }>(
      `select s.idempotency_key as key, s.fiscal_year as year, s.receipt_serial as serial, s.body, w.email
       from submission s join submitter w on w.submission_id = s.id`,
    );
    const sorted = <T extends { key: string }>(things: T[]) => things.sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(
      sorted(
        rows.map(({ key, year, serial, body, email }) => ({ key, number: receiptNumber(year, serial), body, email })),
      ),
    ).toEqual(
      sorted(
        letters.map(({ key, receiptNumber: number, body, email }) => ({ key: `api:${key}`, number, body, email })),
      ),
    );
    expect(new Set(letters.map((one) => one.receiptNumber)).size).toBe(letters.length);
  });

  it('each with its first fact and its event, once', async () => {
    const [row] = await product.query(
      `select (select count(*)::int from submission) as letters,
         (select count(distinct submission_id)::int from case_fact where kind = 'received') as told,
         (select count(*)::int from case_fact where kind = 'received') as facts,
         (select count(distinct payload->>'submissionId')::int from outbox where name = 'SubmissionReceived') as announced,
         (select count(*)::int from outbox where name = 'SubmissionReceived') as events`,
    );
    const n = letters.length;
    expect(row).toEqual({ letters: n, told: n, facts: n, announced: n, events: n });
  });

  it('who sends the same again is told the same, and nothing is added', async () => {
    for (const one of random.shuffled(letters).slice(0, 10)) {
      expect(await sendOnce(product.portal.url, one.key, letter(one.body, one.email))).toEqual({
        receiptNumber: one.receiptNumber,
        receiptCode: one.receiptCode,
        receivedOn: one.receivedOn,
      });
      const status = await fetch(`${product.portal.url}/api/v1/submissions/${one.receiptCode}`);
      expect(((await status.json()) as SubmissionStatus).receiptNumber).toBe(one.receiptNumber);
    }
    const [row] = await product.query<{ n: number }>('select count(*)::int as n from submission');
    expect(row!.n).toBe(letters.length);
  });

  it('every acknowledgement went out, and twice only where a worker died between sending and recording', async () => {
    const mails = await mailCopies(product.mail);
    const events = await product.query<{ id: string; key: string }>(
      `select e.id, s.idempotency_key as key from outbox e join submission s on s.id = (e.payload->>'submissionId')::uuid`,
    );
    const eventOf = new Map(events.map(({ id, key }) => [key, id]));
    expect(mails).toHaveLength(letters.length);
    for (const one of letters) {
      const eventId = eventOf.get(`api:${one.key}`)!;
      const mail = mails.find(({ messageId }) => messageId.startsWith(`<${eventId}.acknowledge@`));
      expect(mail).toMatchObject({ to: one.email });
      expect(mail!.text).toContain(one.receiptCode);
      expect(mail!.text).toContain(one.receiptNumber);
      expect(mail!.copies).toBeLessThanOrEqual(1 + underWay.filter((dead) => dead.has(eventId)).length);
    }
  });

  it('the desk counts them all as unhandled', async () => {
    const desk = await product.signIn();
    expect((await desk.get<InboxCounts>('/api/inbox/counts')).untriaged).toBe(letters.length);
  });
});
