import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionStatus } from '@kotae/contracts';
import type { LocalPostgres } from '@kotae/servers';
import { receiptNumber } from '@kotae/submission';
import { waitFor } from '@kotae/testing';
import pg from 'pg';
import { archiveEverything, archivingTo, baseBackup, restoreTo } from './point-in-time';
import { startProcesses, type Processes } from './processes';
import { DATABASE, PASSWORD } from './programs';
import { letter, resident, sendOnce, type Acknowledged } from './residents';

/** docs/operations.md, "Back to a point in time", rehearsed: someone with the owner's rights makes a mistake at noon. */
describe('back to a point in time', () => {
  let dir: string;
  let archive: string;
  let product: Processes;
  let restored: LocalPostgres | null = null;
  let admin: pg.Pool;
  let before: Acknowledged[] = [];
  let after: Acknowledged[] = [];

  const write = async (name: string, enough: (n: number) => boolean): Promise<Acknowledged[]> => {
    const count = async () => (await product.query<{ n: number }>('select count(*)::int as n from submission'))[0]!.n;
    let goOn = true;
    const writing = resident(
      product.portal.url,
      name,
      () => goOn,
      () => 10,
    );
    await waitFor('letters', async () => enough(await count()));
    goOn = false;
    return writing;
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kotae-moment-'));
    archive = join(dir, 'archive');
    await mkdir(archive);
    await Promise.all([chmod(dir, 0o755), chmod(archive, 0o777)]);
    const dataDir = join(dir, 'postgres');
    product = await startProcesses({ dataDir, postgres: archivingTo(archive) });

    // The copy is taken while letters arrive.
    let goOn = true;
    const writing = resident(
      product.portal.url,
      'saichuu',
      () => goOn,
      () => 10,
    );
    await baseBackup(product.server(), dataDir, join(dir, 'base'));
    goOn = false;
    before = [...(await writing), ...(await write('ato', (n) => n >= 40))];

    // The moment: everything acknowledged so far is before it, everything from now on after it.
    const [{ moment }] = (await product.query<{ moment: string }>('select clock_timestamp()::text as moment')) as [
      { moment: string },
    ];
    after = await write('machigai', (n) => n >= before.length + 5);
    await product.query('delete from case_fact');
    await archiveEverything(product.server());
    expect((await product.kotae(DATABASE, 'verify')).code).toBe(1);
    await Promise.all([product.portal, product.worker, product.desk].map((program) => program.end('SIGTERM')));

    restored = await restoreTo(moment, { dataDir: join(dir, 'base'), archive, onLog: () => undefined });
    admin = new pg.Pool({ connectionString: restored.adminUrl(DATABASE), max: 2 });
    admin.on('error', () => undefined);
  }, 90_000);
  afterAll(async () => {
    await admin?.end();
    await product?.stop();
    await restored?.stop();
    await rm(dir, { recursive: true, force: true });
  }, 30_000);

  it('the city is as it was at that moment: every letter acknowledged by then, and none of later', async () => {
    expect(before.length).toBeGreaterThanOrEqual(40);
    const { rows } = await admin.query<{ key: string; body: string; year: number; serial: number }>(
      'select idempotency_key as key, body, fiscal_year as year, receipt_serial as serial from submission',
    );
    const sorted = <T extends { key: string }>(things: T[]) => things.sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(
      sorted(rows.map(({ key, body, year, serial }) => ({ key, body, number: receiptNumber(year, serial) }))),
    ).toEqual(sorted(before.map(({ key, body, receiptNumber: number }) => ({ key: `api:${key}`, body, number }))));
    expect(await product.kotaeOn(restored!, {}, 'verify')).toMatchObject({ code: 0 });
  }, 45_000);

  it('receipt codes open their letters there; those of later letters open nothing yet', async () => {
    const portal = await product.portalOn(DATABASE, restored!);
    for (const one of before.slice(-10)) {
      const answer = await fetch(`${portal.url}/api/v1/submissions/${one.receiptCode}`);
      expect(((await answer.json()) as SubmissionStatus).receiptNumber).toBe(one.receiptNumber);
    }
    expect(after.length).toBeGreaterThanOrEqual(5);
    expect((await fetch(`${portal.url}/api/v1/submissions/${after[0]!.receiptCode}`)).status).toBe(404);
    await portal.end('SIGTERM');
  }, 45_000);

  it('later letters are taken over from the old server under their numbers and codes, once, mail and all', async () => {
    const takeOver = () =>
      product.kotaeOn(
        restored!,
        { KOTAE_TAKE_OVER_FROM: product.server().url('kotae_owner', PASSWORD, DATABASE) },
        'take-over',
      );
    expect(await takeOver()).toMatchObject({ code: 0, said: expect.stringContaining(`${after.length} 件の声`) });
    expect(await takeOver()).toMatchObject({ code: 0, said: expect.stringContaining('ありませんでした') });
    expect(await product.kotaeOn(restored!, {}, 'verify')).toMatchObject({ code: 0 });

    const portal = await product.portalOn(DATABASE, restored!);
    for (const one of after) {
      const answer = await fetch(`${portal.url}/api/v1/submissions/${one.receiptCode}`);
      expect(((await answer.json()) as SubmissionStatus).receiptNumber).toBe(one.receiptNumber);
      expect(await sendOnce(portal.url, one.key, letter(one.body, one.email))).toMatchObject({
        receiptNumber: one.receiptNumber,
        receiptCode: one.receiptCode,
      });
    }
    const next = (await sendOnce(portal.url, randomUUID(), letter('そのあとの声です。', 'tsugi@example.jp')))!;
    expect(next.receiptNumber > after.at(-1)!.receiptNumber).toBe(true);
    const { rows } = await admin.query<{ name: string; reaction: string; state: string; n: number }>(
      `select d.reaction, d.state, count(*)::int as n from delivery d join outbox e on e.id = d.event_id
       join submission s on s.id = (e.payload->>'submissionId')::uuid where s.idempotency_key = any($1) group by 1, 2 order by 1, 2`,
      [after.map(({ key }) => `api:${key}`)],
    );
    const n = after.length;
    expect(rows.filter(({ reaction }) => reaction === 'suggest')).toEqual([
      { reaction: 'suggest', state: 'pending', n },
    ]);
    const mails = await product.query<{ n: number }>(
      `select count(*)::int as n from delivery d join outbox e on e.id = d.event_id join submission s on s.id = (e.payload->>'submissionId')::uuid
       where d.reaction = 'acknowledge' and d.state = 'done' and s.idempotency_key = any($1)`,
      [after.map(({ key }) => `api:${key}`)],
    );
    const sent = rows.find(({ reaction, state }) => reaction === 'acknowledge' && state === 'done')?.n ?? 0;
    expect(sent).toBe(mails[0]!.n);
  }, 45_000);
});
