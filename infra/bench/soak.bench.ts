import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { percentile } from './pgbench';
import { soakPicture, type SoakSample } from './soak-picture';
import { startSoakProduct } from './soak-product';

/**
 * By hand, not in `npm run bench`: half an hour of letters at half of the rate that portal and worker together keep up with, desk readers
 * beside it. Memory, lag and latency must not grow. Writes var/bench/soak.svg and soak.json. `KOTAE_SOAK_SECONDS` shortens it.
 */
const SECONDS = Number(process.env['KOTAE_SOAK_SECONDS'] ?? 1800);
const SAMPLE_SECONDS = Math.max(2, Math.round(SECONDS / 180));
const READS_PER_SECOND = 5;
const TRIAL = 3000;

const product = await startSoakProduct();

// How much do portal and worker together keep up with?
const began = performance.now();
await product.send(TRIAL);
const accepted = (performance.now() - began) / 1000;
await product.drained();
const whole = (performance.now() - began) / 1000;
const rate = Math.max(1, Math.floor(TRIAL / whole / 2));
console.log(
  `${TRIAL} letters: accepted in ${accepted.toFixed(1)} s, every reaction done after ${whole.toFixed(1)} s; soak at ${rate} a second`,
);

const [writers, readers] = [product.writers(), product.readers()];
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
    lagSeconds: await product.lagSeconds(),
    portalMiB: product.portal.memoryMiB(),
    deskMiB: product.desk.memoryMiB(),
    workerMiB: product.worker.memoryMiB(),
  });
}
await writers.stop();
await readers.stop();
await product.drained();

mkdirSync('var/bench', { recursive: true });
writeFileSync('var/bench/soak.json', JSON.stringify({ rate, samples }, null, 1));
writeFileSync('var/bench/soak.svg', soakPicture(samples, rate));
const stored = await product.stored();
await product.stop();

const third = Math.ceil(samples.length / 3);
const mean = (part: SoakSample[], of: keyof SoakSample) => part.reduce((sum, s) => sum + s[of], 0) / part.length;
const grown = (of: keyof SoakSample) =>
  `${mean(samples.slice(third, 2 * third), of).toFixed(1)}→${mean(samples.slice(-third), of).toFixed(1)}`;
console.log(
  `stored ${stored} of ${product.sent()} letters; refused or failed ${samples.reduce((n, s) => n + s.failed, 0)}`,
);
console.log(
  `soak rate=${rate} seconds=${SECONDS} accept_p95=${grown('acceptP95Ms')} read_p95=${grown('readP95Ms')} lag=${grown('lagSeconds')} portal=${grown('portalMiB')} desk=${grown('deskMiB')} worker=${grown('workerMiB')}`,
);
if (stored !== product.sent()) process.exit(1);
