import { spawn } from 'node:child_process';

/** Something a person can put right: what happened, and what to do. */
export class Trouble extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Runs a command and shows one line with the seconds it takes. Its output is shown only when it fails.
 * @returns false when it fails in the way that `tolerated` recognises in its output, otherwise true.
 * @throws Trouble with `advice` when the command fails.
 */
export async function runStep({ label, command, args, cwd, env = process.env, quiet, advice, tolerated = null }) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} 秒`;
  const live = process.stdout.isTTY === true && !quiet;
  const show = () => process.stdout.write(`\r  … ${label} ${seconds()}  `);
  if (live) show();
  else if (!quiet) console.log(`  … ${label}`);
  const timer = live ? setInterval(show, 500) : null;
  let output = '';
  try {
    await new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const keep = (chunk) => (output = (output + chunk.toString()).slice(-60_000));
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.on('error', reject);
      child.on('exit', (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`${command} ended with ${signal ?? `code ${code}`}`)),
      );
    });
  } catch (error) {
    if (timer) clearInterval(timer);
    if (live) process.stdout.write('\n');
    if (tolerated?.test(output)) return false;
    process.stderr.write(`${output.trim()}\n`);
    throw new Trouble(
      `${label}: できませんでした（${error.message}）。`,
      /ENOSPC|No space left/i.test(output)
        ? 'ディスクの空きがありません。空きを作ってから、もう一度お試しください。 / The disk is full.'
        : advice,
    );
  }
  if (timer) clearInterval(timer);
  if (live) process.stdout.write(`\r  ✓ ${label} ${seconds()}   \n`);
  else if (!quiet) console.log(`  ✓ ${label} ${seconds()}`);
  return true;
}
