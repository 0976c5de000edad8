import 'reflect-metadata';
import { percentile } from './pgbench';
import { startSoakProduct } from './soak-product';
import { steadyClient } from './steady-client';

/**
 * By hand, not in `npm run bench`: a campaign. Letters come at a share of the rate that the portal accepts alone, far above
 * what the worker keeps up with, while the desk reads; then the worker works them off. Nothing may be lost or refused, and the
 * worker's memory must not grow with what waits. `KOTAE_CAMPAIGN_SHARE` (0.5) and `KOTAE_CAMPAIGN_SECONDS` (60) change it.
 */
const SHARE = Number(process.env['KOTAE_CAMPAIGN_SHARE'] ?? 0.5);
const SECONDS = Number(process.env['KOTAE_CAMPAIGN_SECONDS'] ?? 60);
const READS_PER_SECOND = 5;

const product = await startSoakProduct();

/** Accepted a second by the portal with nothing beside it: the worker holds its breath. */
async function acceptRate(): Promise<number> {
  process.kill(product.worker.pid, 'SIGSTOP');
  try {
    const { rate } = await steadyClient({
      port: Number(new URL(product.portal.url).port),
      connections: 32,
      seconds: 4,
      expectedStatus: 201,
      nextRequest: () => {
        const { path, headers, body } = product.nextLetter();
        const lines = Object.entries({ Host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
        return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
      },
    });
    return rate;
  } finally {
    process.kill(product.worker.pid, 'SIGCONT');
  }
}

const alone = await acceptRate();
await product.drained();
const rate = Math.max(1, Math.round(alone * SHARE));
console.log(`accepts ${alone.toFixed(0)} a second alone; ${rate} a second for ${SECONDS} s`);

const before = await product.stored();
const [writers, readers] = [product.writers(), product.readers()];
const began = performance.now();
writers.start(rate);
readers.start(READS_PER_SECOND);
let workerMiB = product.worker.memoryMiB();
let lag = 0;
const watch = async () => {
  lag = Math.max(lag, await product.lagSeconds());
  workerMiB = Math.max(workerMiB, product.worker.memoryMiB());
};
while (performance.now() - began < SECONDS * 1000) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await watch();
}
await writers.stop();
const campaign = (performance.now() - began) / 1000;
const letters = (await product.stored()) - before;
const ended = performance.now();
const end = product.drained();
let working = true;
void end.finally(() => (working = false));
while (working) {
  await watch();
  await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 1000))]);
}
await end;
const drain = (performance.now() - ended) / 1000;
await readers.stop();
const [sent, read] = [writers.take(), readers.take()];
const stored = await product.stored();
await product.stop();

console.log(
  `${letters} letters in ${campaign.toFixed(0)} s, worked off ${drain.toFixed(0)} s later; stored ${stored} of ${product.sent()}; refused or failed ${sent.failed + read.failed}`,
);
console.log(
  `campaign rate=${(letters / campaign).toFixed(0)} seconds=${campaign.toFixed(0)} drain=${drain.toFixed(0)} all=${(letters / (campaign + drain)).toFixed(0)} lag=${lag.toFixed(0)} accept_p95=${percentile(sent.latenciesMs, 0.95).toFixed(0)} read_p95=${percentile(read.latenciesMs, 0.95).toFixed(0)} worker=${workerMiB.toFixed(0)}`,
);
if (stored !== product.sent() || sent.failed + read.failed > 0) process.exit(1);
