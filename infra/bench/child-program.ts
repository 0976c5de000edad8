import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program of the product in a process of its own, as it is shipped. */
export interface ChildProgram {
  readonly url: string;
  readonly pid: number;
  /** Resident memory in MiB (Linux). */
  memoryMiB(): number;
  stop(): Promise<void>;
}

/**
 * Starts a built bundle and waits until `/readyz` answers. It ends with this process, whatever ends it.
 * @throws Error when it does not become ready in 30 seconds.
 */
export async function startChild(
  program: 'portal-api' | 'desk-api' | 'worker',
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<ChildProgram> {
  const child = spawn(process.execPath, [`dist/apps/${program}/main.js`], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; ; i++) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (i > 300 || child.exitCode !== null) throw new Error(`${program} did not become ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    pid: child.pid!,
    memoryMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    stop: async () => {
      process.off('exit', end);
      child.kill('SIGTERM');
      await ended;
    },
  };
}
