import { spawn, type ChildProcess } from 'node:child_process';
import { waitFor } from '@kotae/testing';

/** One program of the product, kept running as systemd would: it is started again when it ends by itself. */
export interface KeptProgram {
  readonly url: string;
  readonly starts: number;
  /** Ends it with the signal and waits; it stays down until `start`. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  start(): void;
  /** Resolves when it says that it is ready. */
  ready(): Promise<void>;
}

export function keep(
  main: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  url: string,
  onLog: (text: string) => void,
): KeptProgram {
  let wanted = true;
  let starts = 0;
  let child: ChildProcess;
  let ended: Promise<void>;
  const start = () => {
    wanted = true;
    starts += 1;
    child = spawn(process.execPath, [main], { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout!.setEncoding('utf8').on('data', onLog);
    child.stderr!.setEncoding('utf8').on('data', onLog);
    ended = new Promise((done) => child.once('exit', () => done()));
    void ended.then(() => {
      if (wanted) setTimeout(() => (wanted ? start() : undefined), 250);
    });
  };
  start();
  return {
    url,
    get starts() {
      return starts;
    },
    end: async (signal) => {
      wanted = false;
      child.kill(signal);
      await ended;
    },
    start,
    ready: async () => {
      await waitFor(`${main} to be ready`, async () => (await fetch(`${url}/readyz`)).ok, 30_000);
    },
  };
}

/** Runs a program to its end. */
export function run(
  words: string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, words, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}
