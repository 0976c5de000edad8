import 'reflect-metadata';
import { hashReceiptCode, makeReceiptCode } from '@kotae/submission';
import { BENCH_SECRET, openBenchCity } from './city';
import { fillCity } from './fill';
import { percentile } from './pgbench';
import { startPortal } from './portal-process';
import { steadyClient } from './steady-client';

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

const port = Number(new URL(portal.url).port);

async function p95(paths: string[]): Promise<number> {
  let n = 0;
  const { rate, latenciesMs } = await steadyClient({
    port,
    connections: 8,
    seconds: 8,
    expectedStatus: 200,
    nextRequest: () => `GET ${paths[n++ % paths.length]} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
  });
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(latenciesMs, share));
  console.log(
    `${paths[0]!.split('/').slice(0, 4).join('/').replace(code, 'CODE')}: ${rate.toFixed(0)}/s p50 ${p50!.toFixed(1)} ms p95 ${p95!.toFixed(1)} ms p99 ${p99!.toFixed(1)} ms`,
  );
  return p95!;
}

await p95(['/voices']);
const lookUp = await p95([`/api/v1/submissions/${code}`]);
const page = await p95(pages.map(({ id }) => `/voices/${id}`));
const list = await p95(['/voices']);
await portal.stop();
await city.close();
console.log(`lookup code=${lookUp.toFixed(1)} page=${page.toFixed(1)} list=${list.toFixed(1)}`);
