import 'reflect-metadata';
import autocannon from 'autocannon';
import { hashReceiptCode, makeReceiptCode } from '@kotae/submission';
import { BENCH_SECRET, openBenchCity } from './city';
import { fillCity } from './fill';
import { startPortal } from './portal-process';

/** p95 of a look-up by code and of a public answer page, at 8 connections with a million submissions, in milliseconds. */
const SIZE = Number(process.env['KOTAE_BENCH_SIZE'] ?? 1_000_000);

const city = await openBenchCity();
await fillCity(city.owner, SIZE);
const code = makeReceiptCode(BENCH_SECRET, 'bench look-up');
await city.owner.query(`update submission set code_hash = $1 where idempotency_key = $2`, [
  hashReceiptCode(BENCH_SECRET, code),
  `fill-${SIZE - 1}`,
]);
const pages: { id: string }[] = await city.owner.query(
  `select id from publication order by published_on desc, id limit 200`,
);
const portal = await startPortal(city.url('kotae_portal'));

async function p95(paths: string[]): Promise<number> {
  const result = await autocannon({
    url: portal.url,
    connections: 8,
    duration: 8,
    requests: paths.map((path) => ({ method: 'GET' as const, path })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  console.log(
    `${paths[0]!.split('/').slice(0, 4).join('/')}: ${result.requests.average.toFixed(0)}/s p50 ${result.latency.p50} ms p97.5 ${result.latency.p97_5} ms`,
  );
  return result.latency.p97_5;
}

await p95(['/voices']);
const lookUp = await p95([`/api/v1/submissions/${code}`]);
const page = await p95(pages.map(({ id }) => `/voices/${id}`));
const list = await p95(['/voices']);
await portal.stop();
await city.close();
// autocannon has no p95; p97.5 is the next stricter one.
console.log(`lookup code=${lookUp} page=${page} list=${list}`);
