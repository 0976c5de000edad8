import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ROOT } from '../places';
import type { Screen } from '../terminal/steps';
import type { Shutdown } from './shutdown';
import type { SupervisedProgram } from './supervise';

/** A bundle is written in several goes, an editor saves in two; wait until it is quiet. */
const QUIET_MS = 250;
/** What the residents' pages are made from, beside what the portal itself is made from. */
const PAGE_SOURCES = ['apps/portal-web/src', 'libs/ui/src'];
const DESK_PAGES = 'http://127.0.0.1:5181/';

/**
 * `npm run dev`: Vite builds every program again when a source changes, and a program whose bundle changed is started
 * again; the residents' pages are built again, too; the desk's pages come from Vite's own server, which changes them in the
 * open browser.
 */
export async function watchBundles(
  supervised: readonly SupervisedProgram[],
  screen: Screen,
  shutdown: Shutdown,
): Promise<void> {
  const run = (script: string, ...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [resolve(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, KOTAE_DESK_PORT: deskPort(supervised) },
    });
    shutdown.add(async () => void child.kill());
    return child;
  };
  const vite = 'node_modules/vite/bin/vite.js';
  for (const one of supervised) {
    const app = dirname(one.program.main).split(/[\\/]/).at(-1)!;
    restartOnChange(one, screen, shutdown);
    run(vite, 'build', '--watch', '--config', `apps/${app}/vite.config.ts`);
  }
  run(vite, '--config', 'apps/desk-web/vite.config.ts', '--strictPort');
  const portal = supervised.find(({ program }) => program.name === 'portal');
  const rebuild = quietly(() => {
    run('infra/build/portal-web.mjs').once('exit', (code) => {
      if (code !== 0 || portal === undefined || shutdown.asked) return;
      screen.write('  ↻ 市民のページの見た目が新しくなりました。\n');
      void portal.restart();
    });
  });
  for (const folder of PAGE_SOURCES) {
    const watcher = watch(resolve(ROOT, folder), { recursive: true }, rebuild);
    shutdown.add(async () => watcher.close());
  }
  screen.write(`\n  ソースの変更を見ています。変更がすぐ映る職員のページ: ${DESK_PAGES} / Watching sources.\n`);
}

function restartOnChange(one: SupervisedProgram, screen: Screen, shutdown: Shutdown): void {
  let known = hashOf(one.program.main);
  const look = quietly(() => {
    const now = hashOf(one.program.main);
    if (now === null || now === known || shutdown.asked) return;
    known = now;
    screen.write(`  ↻ ${one.program.label}が新しくなりました。\n`);
    void one.restart();
  });
  const watcher = watch(dirname(one.program.main), look);
  shutdown.add(async () => watcher.close());
}

function quietly(work: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, QUIET_MS);
  };
}

/** Null while the bundle is being written. */
function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}

function deskPort(supervised: readonly SupervisedProgram[]): string {
  return supervised.find(({ program }) => program.name === 'desk')?.program.env['KOTAE_DESK_PORT'] ?? '8081';
}
