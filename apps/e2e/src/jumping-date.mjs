/**
 * Loaded before a program (`node --import`): its calendar clock is off by the milliseconds in the file KOTAE_TEST_CLOCK and
 * jumps when they change, as a machine's clock does; timers and performance.now() go on evenly, as they do then. Says by
 * `FILE.PID` what is in force.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const RealDate = Date;
const file = process.env.KOTAE_TEST_CLOCK;
let offset = 0;

class MovedDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offset;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
}

function look() {
  const wanted = Number(readFileSync(file, 'utf8'));
  if (!Number.isFinite(wanted)) return;
  offset = wanted;
  if (isMainThread) writeFileSync(`${file}.${process.pid}`, String(offset));
}

if (file !== undefined) {
  globalThis.Date = MovedDate;
  look();
  let last = offset;
  setInterval(() => {
    const now = Number(readFileSync(file, 'utf8'));
    if (now !== last) look();
    last = now;
  }, 20).unref();
}
