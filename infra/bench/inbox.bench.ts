import 'reflect-metadata';
import { hashPassword } from '@kotae/http';
import { addDays, newId, systemClock, today } from '@kotae/kernel';
import { InboxReader, openDatabase } from '@kotae/persistence';
import { freePort } from '@kotae/servers';
import { startChild } from './child-program';
import { BENCH_SECRET, openBenchCity } from './city';
import { fillCity } from './fill';
import { fillWaiting } from './fill-waiting';
import { median, percentile } from './pgbench';
import { steadyClient } from './steady-client';

/**
 * p95 of what the desk reads all day at 4 connections, in milliseconds, with 1,000 letters that nobody has sorted and with
 * 100,000: the slowest read, by how much the median of the read that grew most grew, and what the desk's counts cost when they are read
 * anew, once a second for all screens.
 */
const FEW = 1_000;
const MANY = Number(process.env['KOTAE_BENCH_WAITING'] ?? 100_000);
const SECONDS = 2;
const PASSWORD = 'a password of the bench only';

const city = await openBenchCity();
// One in fifty of these waits; the others are done.
await fillCity(city.owner, FEW * 50);
await city.owner.query(
  `update submission s set state = 'triaged' from opinion o where o.submission_id = s.id and s.receipt_serial % 25 = 1 and s.state <> 'received'`,
);
await city.owner.query(
  `update opinion set answer_state = 'waiting' where submission_id in (select id from submission where state = 'triaged')`,
);
const passwordHash = await hashPassword(PASSWORD);
for (const [login, role, section] of [
  ['office', 'desk', null],
  ['section', 'section_member', 'section-1'],
] as const) {
  await city.owner.query(
    `insert into staff (id, login, name, role, section_id, password_hash, created_at) values ($1, $2, '担当', $3, $4, $5, now())`,
    [newId(), login, role, section, passwordHash],
  );
}
const port = await freePort();
const desk = await startChild('desk-api', port, {
  DESK_DATABASE_URL: city.url('kotae_desk'),
  KOTAE_SECRET: BENCH_SECRET,
  KOTAE_DESK_PORT: String(port),
});
const office = await signIn('office');
const section = await signIn('section');

/** The word stands in every letter of the campaign. */
const READS = [
  ['unsorted', office, '/api/inbox?view=untriaged'],
  ['overdue', office, '/api/inbox?view=overdue'],
  ['all', office, '/api/inbox?view=all'],
  ['counts', office, '/api/inbox/counts'],
  ['search', office, `/api/inbox?view=untriaged&q=${encodeURIComponent('石だたみ')}`],
  ['section', section, '/api/inbox?view=all'],
  ['section overdue', section, '/api/inbox?view=overdue'],
  ['section counts', section, '/api/inbox/counts'],
] as const;

await fillWaiting(city.owner, 0, 100);
const few = await latencies(FEW);
const recountFew = await recount();
await fillWaiting(city.owner, 100, MANY - FEW);
const many = await latencies(MANY);
const recountMany = await recount();
await desk.stop();
await city.close();
const growth = many.map(({ p50 }, i) => p50 / few[i]!.p50);
console.log(
  `inbox p95=${Math.max(...many.map(({ p95 }) => p95)).toFixed(1)} growth=${Math.max(...growth).toFixed(2)} recount=${recountFew.toFixed(1)}→${recountMany.toFixed(1)}`,
);

async function signIn(login: string): Promise<string> {
  const answer = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`the desk does not let ${login} in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Of every read, and of one letter of the campaign, in the order of `READS`. */
async function latencies(waiting: number): Promise<{ p50: number; p95: number }[]> {
  const [letter]: { id: string }[] = await city.owner.query(
    'select id from submission where campaign_id is not null order by id limit 1',
  );
  const found: { p50: number; p95: number }[] = [];
  for (const [name, cookie, path] of [...READS, ['case', office, `/api/submissions/${letter!.id}`] as const]) {
    const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`;
    const read = (seconds: number) =>
      steadyClient({ port, connections: 4, seconds, expectedStatus: 200, nextRequest: () => request });
    await read(0.3);
    const { rate, latenciesMs } = await read(SECONDS);
    const [p50, p95] = [percentile(latenciesMs, 0.5), percentile(latenciesMs, 0.95)];
    found.push({ p50, p95 });
    console.log(`${waiting} waiting, ${name}: ${rate.toFixed(0)}/s p50 ${p50.toFixed(1)} ms p95 ${p95.toFixed(1)} ms`);
  }
  return found;
}

/** Median of reading the whole desk's counts, in milliseconds. */
async function recount(): Promise<number> {
  const source = await openDatabase({ url: city.url('kotae_desk'), poolSize: 1, applicationName: 'bench' });
  const day = today(systemClock);
  const scope = { sectionId: null, today: day, dueSoonUntil: addDays(day, 5) };
  const took: number[] = [];
  for (let i = 0; i < 20; i++) {
    const started = performance.now();
    await new InboxReader(source).numbers(scope);
    took.push(performance.now() - started);
  }
  await source.destroy();
  return median(took);
}
