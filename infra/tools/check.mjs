/** `npm run check`: format, lint with the directions between rooms, import cycles, types, unit specs. Ends with a summary. */
import { nxProgram } from '../launch/build.mjs';
import { ROOT, packageFile, prepareTools, run } from './prepare.mjs';

const { node, env } = await prepareTools();
const tool = (file, ...args) => run(node, [packageFile(file), ...args], { env });

const CHECKS = [
  ['format', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  [
    'lint and directions',
    async () => {
      // The rule that keeps the directions reads Nx's picture of the projects; make sure it is there and new.
      const shown = await run(node, [nxProgram(ROOT), 'show', 'projects'], { env, quiet: true });
      return shown === 0 ? tool('eslint/bin/eslint.js', '.', '--max-warnings=0') : shown;
    },
  ],
  [
    'import cycles',
    async () => {
      // Reads TypeScript's parser, which is there only after the preparation.
      const { findCycles } = await import('./import-cycles.mjs');
      const cycles = await findCycles(ROOT);
      for (const cycle of cycles) console.error(`  ${cycle.join(' → ')}`);
      return cycles.length === 0 ? 0 : 1;
    },
  ],
  ['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  [
    'unit specs',
    () =>
      run(
        node,
        ['--experimental-vm-modules', packageFile('jest/bin/jest.js'), '--selectProjects', 'unit', '--maxWorkers=2'],
        { env: { ...env, NODE_NO_WARNINGS: '1' } },
      ),
  ],
];

const results = [];
// .ci/run runs every spec afterwards.
const skipped = process.argv.includes('--without-specs') ? ['unit specs'] : [];
for (const [name, check] of CHECKS) {
  if (skipped.includes(name)) continue;
  const started = performance.now();
  console.log(`\n— ${name}`);
  const code = await check();
  results.push({ name, ok: code === 0, seconds: ((performance.now() - started) / 1000).toFixed(1) });
}
console.log('');
for (const { name, ok, seconds } of results) console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(20)} ${seconds} s`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
