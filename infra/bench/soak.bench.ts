import 'reflect-metadata';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@kotae/kernel';
import { hashPassword } from '@kotae/http';
import { freePort } from '@kotae/servers';
import { startChild } from './child-program';
import { BENCH_SECRET, openBenchCity } from './city';
import { OpenLoop } from './open-loop';
import { percentile } from './pgbench';
import { startPortal } from './portal-process';
import { soakPicture, type SoakSample } from './soak-picture';

/**
 * By hand, not in `npm run bench`: half an hour of letters at half of the rate that portal and worker together keep up with, desk readers
 * beside it. Memory, lag and latency must not grow. Writes var/bench/soak.svg and soak.json. `KOTAE_SOAK_SECONDS` shortens it.
 */
const SECONDS = Number(process.env['KOTAE_SOAK_SECONDS'] ?? 1800);
const SAMPLE_SECONDS = Math.max(2, Math.round(SECONDS / 180));
const READS_PER_SECOND = 5;
const PASSWORD = 'a password of the soak only';

const letters = readFileSync('data/letters.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { subject: string | null; body: string });
const bodies = letters.map(({ subject, body }) =>
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
  WORKER_DATABASE_URL: city.url('kotae_worker'),
  KOTAE_SECRET: BENCH_SECRET,
  KOTAE_WORKER_PORT: String(workerPort),
  KOTAE_DATA: folder,
  KOTAE_ROOT: process.cwd(),
});

let key = 0;
const portalPort = Number(new URL(portal.url).port);
const nextLetter = () => {
  const body = bodies[key % bodies.length]!;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Idempotency-Key': `soak-${++key}`,
  };
  return { path: '/api/v1/submissions', headers, body };
};

const signedIn = await fetch(`${desk.url}/api/session`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ login: 'soak', password: PASSWORD }),
});
if (!signedIn.ok) throw new Error(`the desk does not let the reader in: ${signedIn.status}`);
const cookie = signedIn.headers
  .getSetCookie()
  .map((line) => line.split(';')[0])
  .join('; ');

/** Seconds that the oldest unfinished reaction has waited. */
async function lagSeconds(): Promise<number> {
  const [row]: { lag: number }[] = await city.owner.query(
    `select greatest(
       coalesce((select extract(epoch from now() - created_at) from outbox where expanded_at is null order by created_at, id limit 1), 0),
       coalesce((select extract(epoch from now() - next_try_at) from delivery where state = 'pending' order by next_try_at limit 1), 0))::float8 as lag`,
  );
  return Math.max(0, row!.lag);
}

// Until the model is trained, nothing is suggested: the first letter waits for it.
await send(1);
await drained();

// How much do portal and worker together keep up with?
const began = performance.now();
await send(3000);
const accepted = (performance.now() - began) / 1000;
await drained();
const whole = (performance.now() - began) / 1000;
const rate = Math.max(1, Math.floor(3000 / whole / 2));
console.log(
  `3,000 letters: accepted in ${accepted.toFixed(1)} s, every reaction done after ${whole.toFixed(1)} s; soak at ${rate} a second`,
);

async function send(n: number): Promise<void> {
  let left = n;
  const last = key + n;
  while (key < last) {
    const part = Math.min(32, left);
    await Promise.all(
      Array.from({ length: part }, async () => {
        const { path, headers, body } = nextLetter();
        const answer = await fetch(portal.url + path, { method: 'POST', headers, body });
        if (answer.status !== 201) throw new Error(`a letter was refused: ${answer.status}`);
        await answer.arrayBuffer();
      }),
    );
    left -= part;
  }
}

async function drained(): Promise<void> {
  for (let i = 0; ; i++) {
    const [row]: { waiting: boolean }[] = await city.owner.query(
      `select exists (select 1 from outbox where expanded_at is null) or exists (select 1 from delivery where state = 'pending') as waiting`,
    );
    if (!row!.waiting) return;
    if (i > 3000) throw new Error('the worker does not come to an end');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const writers = new OpenLoop({
  port: portalPort,
  method: 'POST',
  expectedStatus: 201,
  connections: 32,
  next: nextLetter,
});
const READS = ['/api/inbox', '/api/inbox/counts', '/api/inbox?view=all'];
let reads = 0;
const readers = new OpenLoop({
  port: deskPort,
  method: 'GET',
  expectedStatus: 200,
  connections: 4,
  next: () => ({ path: READS[reads++ % READS.length]!, headers: { Cookie: cookie } }),
});

const samples: SoakSample[] = [];
const start = performance.now();
writers.start(rate);
readers.start(READS_PER_SECOND);
while (performance.now() - start < SECONDS * 1000) {
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_SECONDS * 1000));
  const [sent, read] = [writers.take(), readers.take()];
  samples.push({
    second: Math.round((performance.now() - start) / 1000),
    accepted: sent.latenciesMs.length / SAMPLE_SECONDS,
    failed: sent.failed + read.failed,
    acceptP95Ms: percentile(sent.latenciesMs, 0.95),
    readP95Ms: percentile(read.latenciesMs, 0.95),
    lagSeconds: await lagSeconds(),
    portalMiB: portal.memoryMiB(),
    deskMiB: desk.memoryMiB(),
    workerMiB: worker.memoryMiB(),
  });
}
await writers.stop();
await readers.stop();
await drained();

mkdirSync('var/bench', { recursive: true });
writeFileSync('var/bench/soak.json', JSON.stringify({ rate, samples }, null, 1));
writeFileSync('var/bench/soak.svg', soakPicture(samples, rate));
const [stored] = await city.owner.query('select count(*)::int as n from submission');
await Promise.all([portal.stop(), desk.stop(), worker.stop()]);
await city.close();
await rm(folder, { recursive: true, force: true });

const third = Math.ceil(samples.length / 3);
const mean = (part: SoakSample[], of: keyof SoakSample) => part.reduce((sum, s) => sum + s[of], 0) / part.length;
const grown = (of: keyof SoakSample) =>
  `${mean(samples.slice(third, 2 * third), of).toFixed(1)}→${mean(samples.slice(-third), of).toFixed(1)}`;
console.log(`stored ${stored.n} of ${key} letters; refused or failed ${samples.reduce((n, s) => n + s.failed, 0)}`);
console.log(
  `soak rate=${rate} seconds=${SECONDS} accept_p95=${grown('acceptP95Ms')} read_p95=${grown('readP95Ms')} lag=${grown('lagSeconds')} portal=${grown('portalMiB')} desk=${grown('deskMiB')} worker=${grown('workerMiB')}`,
);
