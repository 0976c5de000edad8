import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@kotae/http';
import { newId } from '@kotae/kernel';
import { freePort } from '@kotae/servers';
import { startChild, type ChildProgram } from './child-program';
import { BENCH_SECRET, openBenchCity, type BenchCity } from './city';
import { OpenLoop } from './open-loop';
import { startPortal } from './portal-process';

const PASSWORD = 'a password of the soak only';

/** As `npm start` and docs/operations.md start the worker: without these it holds more memory. */
const FRUGAL = { NODE_OPTIONS: '--max-semi-space-size=4', MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

/** Portal, desk and worker as they are shipped, on a city of their own, with a model; and what a soak asks of them. */
export interface SoakProduct {
  readonly city: BenchCity;
  readonly portal: ChildProgram;
  readonly desk: ChildProgram;
  readonly worker: ChildProgram;
  /** Letters that were made, sent or not. */
  sent(): number;
  nextLetter(): { path: string; headers: Record<string, string>; body: string };
  /** Sends `n` letters as fast as the portal takes them. */
  send(n: number): Promise<void>;
  /** Letters at a rate of one's choosing. */
  writers(): OpenLoop;
  /** Reads of the inbox by somebody of the desk. */
  readers(): OpenLoop;
  /** Seconds that the oldest unfinished reaction has waited. */
  lagSeconds(): Promise<number>;
  /** Waits until every reaction to every letter is done. */
  drained(): Promise<void>;
  stored(): Promise<number>;
  stop(): Promise<void>;
}

export async function startSoakProduct(): Promise<SoakProduct> {
  const bodies = readFileSync('data/letters.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { subject: string | null; body: string })
    .map(({ subject, body }) =>
      JSON.stringify({ kind: 'web_opinion', subject: subject?.slice(0, 50) ?? null, body, reply: { wanted: false } }),
    );
  const city = await openBenchCity();
  const folder = await mkdtemp(join(tmpdir(), 'kotae-soak-'));
  await city.owner.query(
    `insert into staff (id, login, name, role, password_hash, created_at) values ($1, 'soak', '広聴 担当', 'desk', $2, now())`,
    [newId(), await hashPassword(PASSWORD)],
  );
  const portal = await startPortal(city.url('kotae_portal'));
  const [deskPort, workerPort] = [await freePort(), await freePort()];
  const desk = await startChild('desk-api', deskPort, {
    DESK_DATABASE_URL: city.url('kotae_desk'),
    KOTAE_SECRET: BENCH_SECRET,
    KOTAE_DESK_PORT: String(deskPort),
  });
  const worker = await startChild('worker', workerPort, {
    ...FRUGAL,
    WORKER_DATABASE_URL: city.url('kotae_worker'),
    KOTAE_SECRET: BENCH_SECRET,
    KOTAE_WORKER_PORT: String(workerPort),
    KOTAE_DATA: folder,
    KOTAE_ROOT: process.cwd(),
  });
  const cookie = await signIn(desk.url);

  let made = 0;
  const nextLetter = () => {
    const body = bodies[made % bodies.length]!;
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Idempotency-Key': `soak-${++made}`,
    };
    return { path: '/api/v1/submissions', headers, body };
  };
  const send = async (n: number) => {
    for (let left = n; left > 0; left -= 32) {
      await Promise.all(
        Array.from({ length: Math.min(32, left) }, async () => {
          const { path, headers, body } = nextLetter();
          const answer = await fetch(portal.url + path, { method: 'POST', headers, body });
          if (answer.status !== 201) throw new Error(`a letter was refused: ${answer.status}`);
          await answer.arrayBuffer();
        }),
      );
    }
  };
  const drained = async () => {
    for (let i = 0; ; i++) {
      const [row]: { waiting: boolean }[] = await city.owner.query(
        `select exists (select 1 from outbox where expanded_at is null) or exists (select 1 from delivery where state = 'pending') as waiting`,
      );
      if (!row!.waiting) return;
      if (i > 9000) throw new Error('the worker does not come to an end');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  // Until the model is trained, nothing is suggested: the first letter waits for it.
  await send(1);
  for (;;) {
    const trained: unknown[] = await city.owner.query('select 1 from model where active');
    if (trained.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await drained();

  const READS = ['/api/inbox', '/api/inbox/counts', '/api/inbox?view=all'];
  let reads = 0;
  return {
    city,
    portal,
    desk,
    worker,
    sent: () => made,
    nextLetter,
    send,
    drained,
    writers: () =>
      new OpenLoop({
        port: Number(new URL(portal.url).port),
        method: 'POST',
        expectedStatus: 201,
        connections: 32,
        next: nextLetter,
      }),
    readers: () =>
      new OpenLoop({
        port: deskPort,
        method: 'GET',
        expectedStatus: 200,
        connections: 4,
        next: () => ({ path: READS[reads++ % READS.length]!, headers: { Cookie: cookie } }),
      }),
    lagSeconds: async () => {
      const [row]: { lag: number }[] = await city.owner.query(
        `select greatest(
           coalesce((select extract(epoch from now() - created_at) from outbox where expanded_at is null order by created_at, id limit 1), 0),
           coalesce((select extract(epoch from now() - next_try_at) from delivery where state = 'pending' order by next_try_at limit 1), 0))::float8 as lag`,
      );
      return Math.max(0, row!.lag);
    },
    stored: async () => {
      const [row]: { n: number }[] = await city.owner.query('select count(*)::int as n from submission');
      return row!.n;
    },
    stop: async () => {
      await Promise.all([portal.stop(), desk.stop(), worker.stop()]);
      await city.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(deskUrl: string): Promise<string> {
  const answer = await fetch(`${deskUrl}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 'soak', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`the desk does not let the reader in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
