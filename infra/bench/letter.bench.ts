import 'reflect-metadata';
import { openBenchCity } from './city';
import { percentile } from './pgbench';
import { startPortal } from './portal-process';
import { steadyClient } from './steady-client';

/** The server-rendered letter page (`GET /letter`) at 20 connections, in milliseconds. */
const city = await openBenchCity();
const portal = await startPortal(city.url('kotae_portal'));
const port = Number(new URL(portal.url).port);
const load = (seconds: number) =>
  steadyClient({
    port,
    connections: 20,
    seconds,
    expectedStatus: 200,
    nextRequest: () => `GET /letter HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
  });
await load(3);
const { rate, latenciesMs } = await load(10);
const at = (share: number) => percentile(latenciesMs, share).toFixed(1);
console.log(`${rate.toFixed(0)} pages a second; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
await portal.stop();
await city.close();
console.log(`letter p95=${at(0.95)}`);
