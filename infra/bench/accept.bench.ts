import 'reflect-metadata';
import { openBenchCity } from './city';
import { median, percentile, pgbench } from './pgbench';
import { startPortal } from './portal-process';
import { steadyClient } from './steady-client';

/**
 * Durable submissions a second through `POST /api/v1/submissions` at 32 connections, as a ratio to pgbench inserting one
 * row of the same size into the same server, alternated, three rounds.
 */
const CONNECTIONS = 32;
const SECONDS = 8;
const BODY = '図書館の開館時間を夜8時まで延ばしてほしいです。仕事の帰りに寄れるようになると、とても助かります。'.repeat(
  4,
);

const city = await openBenchCity();
await city.owner.query(
  `create table bench_row (id uuid primary key, received_at timestamptz not null, kind text not null, channel text not null, subject text, body text not null)`,
);
const portal = await startPortal(city.url('kotae_portal'));
const insert = `insert into bench_row values (gen_random_uuid(), now(), 'web_opinion', 'web', '図書館について', '${BODY}');\n`;

let key = 0;
const payload = JSON.stringify({
  kind: 'web_opinion',
  subject: '図書館について',
  body: BODY,
  reply: { wanted: false },
});
const port = Number(new URL(portal.url).port);
const head = `POST /api/v1/submissions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(payload)}\r\nIdempotency-Key: bench-${process.pid}-`;

async function submit(seconds: number): Promise<{ rate: number; p99Ms: number }> {
  const { rate, latenciesMs } = await steadyClient({
    port,
    connections: CONNECTIONS,
    seconds,
    expectedStatus: 201,
    nextRequest: () => `${head}${++key}\r\n\r\n${payload}`,
  });
  return { rate, p99Ms: percentile(latenciesMs, 0.99) };
}

await submit(3);
const ratios: number[] = [];
const latencies: number[] = [];
for (let round = 1; round <= 3; round++) {
  const base = await pgbench(city.url('kotae_owner'), insert, { clients: CONNECTIONS, seconds: SECONDS });
  const ours = await submit(SECONDS);
  ratios.push(ours.rate / base.tps);
  latencies.push(ours.p99Ms / base.p99Ms);
  console.log(
    `round ${round}: pgbench ${base.tps.toFixed(0)}/s p99 ${base.p99Ms.toFixed(1)} ms; portal ${ours.rate.toFixed(0)}/s p99 ${ours.p99Ms.toFixed(1)} ms; ratio ${ratios.at(-1)!.toFixed(3)}`,
  );
}
const [stored] = await city.owner.query('select count(*) as n from submission');
const [events] = await city.owner.query('select count(*) as n from outbox');
console.log(`stored ${stored.n} submissions with ${events.n} events for ${key} requests sent`);
await portal.stop();
await city.close();
console.log(
  `accept ratio=${median(ratios).toFixed(3)} min=${Math.min(...ratios).toFixed(3)} p99ratio=${median(latencies).toFixed(2)}`,
);
