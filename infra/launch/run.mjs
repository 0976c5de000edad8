import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { Trouble } from './run-step.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

/** Makes ready what is missing, then runs the command line `kotae` with these words under Node 24. */
export async function runKotae(words, options) {
  try {
    const node = await ensureDependencies(ROOT, options);
    await ensureBuilt(ROOT, node, options);
    await runUnderNode24(node, join(ROOT, 'dist/apps/cli/main.js'), words);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n✗ ${error.message}\n  ${error.advice}\n`);
    process.exitCode = 1;
  }
}

/** In this process when it is Node 24 already; otherwise in a child that hears every signal we hear. */
async function runUnderNode24(node, main, words) {
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    process.argv = [process.argv[0], main, ...words];
    await import(pathToFileURL(main).href);
    return;
  }
  const child = spawn(node, [main, ...words], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both of us, `kill` only to this process. The command line takes signals that come within
  // a moment of each other as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0))));
}
