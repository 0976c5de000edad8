import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ROOT } from '../places';
import type { Screen } from '../terminal/steps';
import type { Shutdown } from './shutdown';
import type { SupervisedProgram } from './supervise';

/** A bundle is written in several goes; wait until it is quiet. */
const QUIET_MS = 250;

/**
 * `npm run dev`: Vite builds every program and page again when a source changes; a program whose bundle changed is started
 * again. Pages are read from disk by the programs, so a reload of the browser shows them.
 */
export async function watchBundles(
  supervised: readonly SupervisedProgram[],
  screen: Screen,
  shutdown: Shutdown,
): Promise<void> {
  const vite = resolve(ROOT, 'node_modules/vite/bin/vite.js');
  const builders: ChildProcess[] = [];
  for (const one of supervised) {
    const app = dirname(one.program.main).split(/[\\/]/).at(-1)!;
    builders.push(
      spawn(process.execPath, [vite, 'build', '--watch', '--config', `apps/${app}/vite.config.ts`], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(dirname(one.program.main), (_event, file) => {
      if (file !== 'main.js') return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        screen.write(`  ↻ ${one.program.label}が新しくなりました。\n`);
        void one.restart();
      }, QUIET_MS);
    });
    shutdown.add(async () => watcher.close());
  }
  shutdown.add(async () => builders.forEach((builder) => builder.kill()));
  screen.write('  ソースの変更を見ています。 / Watching sources.\n');
}
