/**
 * `npm run bench` runs every benchmark but those that are run by hand, `npm run bench -- NAME…` the named ones; each ends in one line
 * `NAME key=value …`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort();
const BY_HAND = new Set(['soak', 'campaign']);
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(2);
}

// The pinned Node may not be the one that runs this file.
const node24 = resolve(root, 'node_modules/.bin/node');
const node = existsSync(node24) ? node24 : process.execPath;
if (Number(process.versions.node.split('.')[0]) < 24 && node !== process.execPath) {
  process.exit(spawnSync(node, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}

const nx = spawnSync(
  node,
  [resolve(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
if (nx.status !== 0) process.exit(nx.status ?? 1);

const { bundleProgram } = await import('../build/node-bundle.mjs');
let failed = 0;
for (const name of asked.length > 0 ? asked : all.filter((name) => !BY_HAND.has(name))) {
  const outDir = `var/bench/${name}`;
  await bundleProgram({ entry: `infra/bench/${name}.bench.ts`, outDir });
  const result = spawnSync(node, ['--expose-gc', resolve(root, outDir, 'main.js')], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
