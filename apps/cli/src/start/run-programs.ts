import { step, type Screen } from '../terminal/steps';
import type { DataLock } from './lock';
import { markOf } from './process-alive';
import type { Program } from './programs';
import type { Shutdown } from './shutdown';
import { supervise, type ProgramNews, type SupervisedProgram } from './supervise';
import { watchBundles } from './watch-bundles';

interface Running {
  readonly dev: boolean;
  readonly screen: Screen;
  readonly shutdown: Shutdown;
  readonly lock: DataLock;
  readonly logs: { write(name: string, line: string): void };
}

/** Starts every program, waits until each answers, and keeps them running until the end. */
export async function runPrograms(programs: readonly Program[], running: Running): Promise<void> {
  const { screen, shutdown, lock, logs } = running;
  const supervised: SupervisedProgram[] = [];
  const remember = () => {
    if (shutdown.asked) return;
    const pids = supervised.map((one) => one.pid()).filter((pid) => pid !== null);
    void lock.remember(pids.map(markOf)).catch(() => undefined);
  };
  for (const program of programs) {
    supervised.push(
      supervise(program, {
        node: process.execPath,
        onNews: (which, news) => screen.write(newsText(which, news)),
        onLine: ({ name }, line) => {
          logs.write(name, line);
          const trouble = troubleIn(line);
          if (trouble !== null) screen.write(`  ! ${name}: ${trouble}\n`);
        },
        onPid: () => queueMicrotask(remember),
      }),
    );
  }
  shutdown.add(
    async () => void (await Promise.all(supervised.map((one) => one.stop(4_000)))),
    () => supervised.forEach((one) => one.kill()),
  );
  await Promise.all(
    supervised.map((one) =>
      step(screen, `${one.program.label}を始めています`, () => one.ready(45_000, () => shutdown.check())),
    ),
  );
  if (running.dev) await watchBundles(supervised, screen, shutdown);
}

function newsText({ label }: Program, news: ProgramNews): string {
  if (news.kind === 'restarted') return `  ✓ ${label}を始め直しました。\n`;
  const seconds = (news.restartMs / 1000).toFixed(1);
  const last = news.lastLines.map((line) => `      ${line}\n`).join('');
  return `\n  ! ${label}が止まりました（${news.how}）。${seconds} 秒後に始め直します。\n${last}`;
}

/** The programs log JSON lines; errors are worth a line here, the rest stands in the log file. */
function troubleIn(line: string): string | null {
  try {
    const { level, msg } = JSON.parse(line) as { level?: number | string; msg?: string };
    const serious = typeof level === 'number' ? level >= 50 : level === 'error' || level === 'fatal';
    return serious ? `${msg ?? 'error'}（var/log を見てください）` : null;
  } catch {
    return null;
  }
}
