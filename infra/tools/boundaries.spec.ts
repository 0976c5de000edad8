import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { nxProgram } from '../launch/build.mjs';
import { findCycles } from './import-cycles.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };

/** What lint says to `code` standing in `file`. The file is never written: lint reads it from its standard input. */
function lint(file: string, code: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', join(ROOT, file), '--format=json'],
    { cwd: ROOT, env, input: code, encoding: 'utf8' },
  );
  const [result] = JSON.parse(stdout) as { messages: { ruleId: string | null; message: string }[] }[];
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}

beforeAll(() => {
  // Without Nx's picture of the projects the rule that keeps the directions says nothing.
  const shown = spawnSync(process.execPath, [nxProgram(ROOT), 'show', 'projects'], { cwd: ROOT, env });
  expect(shown.status).toBe(0);
}, 60_000);

describe('the directions between rooms', () => {
  const RULE = '@nx/enforce-module-boundaries';
  const cases: readonly [what: string, file: string, code: string][] = [
    [
      'a domain room importing another',
      'libs/casework/src/planted.ts',
      `import { receiptNumber } from '@kotae/submission';\nexport const planted = receiptNumber;\n`,
    ],
    [
      'a domain room importing the database',
      'libs/submission/src/planted.ts',
      `import { DataSource } from 'typeorm';\nexport const planted = DataSource;\n`,
    ],
    [
      'a domain room importing the web framework',
      'libs/publication/src/planted.ts',
      `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    ],
    [
      'the kernel importing a room',
      'libs/kernel/src/planted.ts',
      `import { normalise } from '@kotae/japanese';\nexport const planted = normalise;\n`,
    ],
    [
      'a web importing the database room',
      'apps/desk-web/src/planted.ts',
      `import { openDatabase } from '@kotae/persistence';\nexport const planted = openDatabase;\n`,
    ],
    [
      'an app importing another by path',
      'apps/worker/src/planted.ts',
      `import { ROOT } from '../../cli/src/places';\nexport const planted = ROOT;\n`,
    ],
  ];
  it.each(cases)('%s is an error', (_what, file, code) => {
    expect(lint(file, code)).toContain(RULE);
  });

  it('what is allowed stays silent', () => {
    const code = `import { newId } from '@kotae/kernel';\nexport const planted = newId;\n`;
    expect(lint('libs/casework/src/planted.ts', code)).toBe('');
  });

  it('`export *` is an error', () => {
    expect(lint('libs/kernel/src/planted.ts', `export * from './ids';\n`)).toContain('no-restricted-syntax');
  });
});

describe('import cycles', () => {
  let root: string;
  const plant = (file: string, code: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), code);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kotae-cycles-'));
    mkdirSync(join(root, 'apps'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are found between files of a room', async () => {
    plant('libs/a/src/one.ts', `import { two } from './two';\nexport const one = () => two;\n`);
    plant('libs/a/src/two.ts', `import { three } from './three';\nexport const two = () => three;\n`);
    plant('libs/a/src/three.tsx', `export type { one } from './one';\nexport const three = 3;\n`);
    expect(await findCycles(root)).toEqual([
      ['libs/a/src/one.ts', 'libs/a/src/two.ts', 'libs/a/src/three.tsx', 'libs/a/src/one.ts'],
    ]);
  });

  it('are found across rooms, through their index', async () => {
    plant('libs/a/src/index.ts', `export { one } from './one';\n`);
    plant('libs/a/src/one.ts', `import { two } from '@kotae/b';\nexport const one = two;\n`);
    plant(
      'libs/b/src/index.ts',
      `import type { one } from '@kotae/a';\nexport type Two = typeof one;\nexport const two = 2;\n`,
    );
    expect(await findCycles(root)).toHaveLength(1);
  });

  it('the product has none', async () => {
    expect(await findCycles(ROOT)).toEqual([]);
  });
});
