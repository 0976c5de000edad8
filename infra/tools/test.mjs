/**
 * `npm test [-- <jest options>]`: makes ready what is missing, builds, runs the three tiers of specs and ends with the
 * line `N passed, N failed`. The browser's tier runs one file after another.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../launch/build.mjs';
import { ensureTestServers } from './test-servers.mjs';
import { ROOT, packageFile, prepareTools, run } from './prepare.mjs';

const extra = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'kotae-jest-'));
const total = { passed: 0, failed: 0 };

async function jest({ node, env }, name, projects, options) {
  const file = join(scratch, `${name}.json`);
  const code = await run(
    node,
    [
      '--experimental-vm-modules',
      packageFile('jest/bin/jest.js'),
      '--passWithNoTests',
      '--selectProjects',
      ...projects,
      '--json',
      `--outputFile=${file}`,
      ...options,
      ...extra,
    ],
    { env: { ...env, NODE_NO_WARNINGS: '1' } },
  );
  count(file, code);
}

/** A file of specs that could not even be read counts as one failure; so does a runner that wrote no result. */
function count(file, code) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    if (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) total.failed += 1;
  } catch {
    total.failed += 1;
  }
}

try {
  const tools = await prepareTools();
  await ensureTestServers();
  await ensureBuilt(ROOT, tools.node);
  await jest(tools, 'unit-and-db', ['unit', 'db'], ['--maxWorkers=2']);
  // A browser or server that a failed spec left behind must not keep the run from ending.
  await jest(tools, 'e2e', ['e2e'], ['--runInBand', '--forceExit']);
} catch (error) {
  total.failed += 1;
  console.error(`\n✗ ${error.message}\n  ${error.advice ?? error.stack}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
