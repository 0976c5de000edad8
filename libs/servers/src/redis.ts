import { spawn } from 'node:child_process';
import { freePort } from './free-port';

/** A Redis that a test or a benchmark runs by itself, with nothing kept on disk. */
export interface LocalRedis {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** @throws when the operating system has no `redis-server` (Debian: package redis-server). */
export async function startLocalRedis(port?: number): Promise<LocalRedis> {
  const at = port ?? (await freePort());
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(at),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new Error('redis-server is missing: install the package redis-server')));
    child.on('exit', (code) => reject(new Error(`redis-server ended with code ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${at}`,
    port: at,
    pid: child.pid!,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}
