import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24Environment } from './node24.mjs';
import { runStep } from './run-step.mjs';

const STAMP = 'dist/.inputs';

/** What the bundles are made from. */
const INPUTS = ['apps', 'libs', 'infra/build', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const SKIPPED = new Set(['node_modules', 'dist', 'e2e']);

/** A hash of names, sizes and times of every input: a few hundred `stat` calls, a fraction of a second. */
export function inputsHash(root) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(root, path);
    const info = statSync(full, { throwIfNoEntry: false });
    if (info === undefined) return;
    if (info.isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!SKIPPED.has(name)) visit(`${path}/${name}`);
    } else if (!/\.spec\.tsx?$/.test(path)) {
      hash.update(`${path}\n${info.size}\n${info.mtimeMs}\n`);
    }
  };
  for (const input of INPUTS) visit(input);
  return hash.digest('hex');
}

/** The programs and pages that are built, by the name of their folder in apps/. */
function projects(root) {
  return readdirSync(join(root, 'apps')).filter((app) => {
    const file = join(root, 'apps', app, 'project.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).targets?.build !== undefined;
  });
}

/** Nx's own entry file: links in node_modules/.bin may be missing (npm with --no-bin-links). */
export function nxProgram(root) {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules/nx/package.json'), 'utf8'));
  return join(root, 'node_modules/nx', bin.nx);
}

/** Builds what is missing or stale. Without a change since the last build this is only a look at the stamp. */
export async function ensureBuilt(root, node, { quiet = false } = {}) {
  const apps = projects(root);
  const now = inputsHash(root);
  const stamp = join(root, STAMP);
  const complete = apps.every((app) => existsSync(join(root, 'dist/apps', app)));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await runStep({
    label: 'プログラムを組み立てています (build)',
    command: node,
    args: [nxProgram(root), 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=stream'],
    cwd: root,
    env: { ...node24Environment(node), NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
    quiet,
    advice:
      '上の英語のメッセージをご確認ください。直したあと、もう一度お試しください。 / The build failed; see its messages above.',
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}
