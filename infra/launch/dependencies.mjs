import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, nodePackage } from './node24.mjs';
import { runStep, Trouble } from './run-step.mjs';

/** Remembers from which package-lock.json node_modules was made. */
const STAMP = 'node_modules/.kotae-lock-hash';

/** True when node_modules is missing or was made from another package-lock.json. */
export function dependenciesAreStale(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return true;
  const lock = join(root, 'package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return false;
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return true;
  writeFileSync(stamp, `${hash}\n`);
  return false;
}

/** Runs `npm ci` when something is missing. Works when npm is told not to run install scripts. */
export async function ensureDependencies(root, { quiet = false } = {}) {
  if (dependenciesAreStale(root)) {
    await install(root, quiet);
    const hash = createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex');
    writeFileSync(join(root, STAMP), `${hash}\n`);
  }
  const node = node24(root);
  if (node === null) {
    throw new Trouble(
      `この機械（${process.platform} ${process.arch}）用の Node 24（npm の ${nodePackage()}）が入っていません。`,
      '「npm ci --include=optional」で入れ直すか、Node 24 を入れてから「npm start」としてください。 / The optional dependency with Node 24 is missing.',
    );
  }
  return node;
}

/**
 * `npm ci`. It refuses a lock that was written where some other machine's optional packages could not be had (EUSAGE);
 * `npm install` takes the versions of the same lock and leaves those packages out.
 */
async function install(root, quiet) {
  const [command, args] = npm();
  const step = {
    command,
    cwd: root,
    quiet,
    advice:
      'ネットワークと npm の設定（プロキシ、registry）をご確認のうえ、もう一度お試しください。 / npm failed; see its messages above.',
  };
  const options = ['--no-audit', '--no-fund'];
  const label = '必要な部品を入れています';
  const installed = await runStep({
    ...step,
    label: `${label} (npm ci)`,
    args: [...args, 'ci', ...options],
    tolerated: /code EUSAGE[\s\S]*from lock file/,
  });
  if (installed) return;
  await runStep({ ...step, label: `${label} (npm install)`, args: [...args, 'install', '--no-save', ...options] });
}

/** npm as it started us, or the one on the path. */
function npm() {
  const script = process.env['npm_execpath'];
  if (script && /npm-cli\.[cm]?js$/.test(script) && existsSync(script)) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}
