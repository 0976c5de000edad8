import { spawn, type ChildProcess } from 'node:child_process';
import { ROOT } from '../places';
import type { Program } from './programs';

/** What a person at the terminal is told about a program. */
export type ProgramNews =
  | {
      readonly kind: 'crashed';
      readonly how: string;
      readonly restartMs: number;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'restarted' };

export interface SupervisedProgram {
  readonly program: Program;
  /** Process of the running child; null between a crash and the restart. */
  pid(): number | null;
  /** Resolves when the program answers on its ready address; `check` may throw to give up waiting. */
  ready(timeoutMs: number, check?: () => void): Promise<void>;
  /** Ends it and starts it again at once, e.g. after its bundle changed. */
  restart(): Promise<void>;
  /** SIGTERM, and SIGKILL when it has not ended after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
  /** SIGKILL at once. */
  kill(): void;
}

export interface SuperviseOptions {
  readonly node: string;
  readonly onNews: (program: Program, news: ProgramNews) => void;
  /** Every line of output, e.g. for a log file. */
  readonly onLine: (program: Program, line: string) => void;
  /** Called when the process of a program changed. */
  readonly onPid: () => void;
  /** Milliseconds before the n-th restart in a row. */
  readonly backOff?: (crashesInARow: number) => number;
}

/** 0.5, 1, 2, 4 … seconds, at most half a minute. */
export function defaultBackOff(crashesInARow: number): number {
  return Math.min(30_000, 500 * 2 ** (crashesInARow - 1));
}

/** A program that ran this long was healthy: its next crash counts as the first. */
const HEALTHY_MS = 60_000;

/** A program ends with its launcher even when that is killed: the channel between them breaks. */
const END_WITH_PARENT = `data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'));process.channel?.unref()`;

/** Starts a program and starts it again whenever it ends by itself. */
export function supervise(program: Program, options: SuperviseOptions): SupervisedProgram {
  const backOff = options.backOff ?? defaultBackOff;
  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  let stopping = false;
  let crashes = 0;
  let timer: NodeJS.Timeout | null = null;
  let tail: string[] = [];

  const start = () => {
    const startedAt = performance.now();
    const current = spawn(options.node, ['--enable-source-maps', '--import', END_WITH_PARENT, program.main], {
      cwd: ROOT,
      env: { ...program.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A process group of its own: Ctrl-C reaches the launcher, which then ends things in order.
      detached: true,
    });
    child = current;
    tail = [];
    const keep = lines((line) => {
      tail.push(line);
      if (tail.length > 15) tail.shift();
      options.onLine(program, line);
    });
    current.stdout!.setEncoding('utf8').on('data', keep);
    current.stderr!.setEncoding('utf8').on('data', keep);
    ended = new Promise((resolve) => {
      const onEnd = (how: string) => {
        if (child !== current) return resolve();
        child = null;
        resolve();
        options.onPid();
        if (stopping) return;
        crashes = performance.now() - startedAt > HEALTHY_MS ? 1 : crashes + 1;
        const restartMs = backOff(crashes);
        options.onNews(program, { kind: 'crashed', how, restartMs, lastLines: tail.slice(-5) });
        timer = setTimeout(() => {
          start();
          options.onNews(program, { kind: 'restarted' });
        }, restartMs);
      };
      current.once('error', (error: NodeJS.ErrnoException) => onEnd(error.code ?? error.message));
      current.once('exit', (code, signal) => onEnd(signal ?? `code ${code}`));
    });
    options.onPid();
  };
  start();

  const end = async (patienceMs: number) => {
    if (timer !== null) clearTimeout(timer);
    const current = child;
    if (current === null) return;
    current.kill('SIGTERM');
    const force = setTimeout(() => current.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(force);
  };

  return {
    program,
    pid: () => child?.pid ?? null,
    ready: async (timeoutMs, check = () => undefined) => {
      const until = Date.now() + timeoutMs;
      while (!(await answers(program.readyUrl))) {
        check();
        if (Date.now() > until || (child === null && crashes >= 3)) {
          throw new Error(`${program.name} does not answer: ${tail.slice(-5).join(' / ')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
    restart: async () => {
      stopping = true;
      await end(3_000);
      stopping = false;
      crashes = 0;
      start();
    },
    stop: async (patienceMs) => {
      stopping = true;
      await end(patienceMs);
    },
    kill: () => {
      stopping = true;
      if (timer !== null) clearTimeout(timer);
      child?.kill('SIGKILL');
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Cuts chunks into lines. */
function lines(onLine: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    for (const line of parts) if (line.trim() !== '') onLine(line);
  };
}
