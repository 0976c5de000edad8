import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface PgbenchResult {
  /** Transactions a second. */
  readonly tps: number;
  readonly p99Ms: number;
}

/** Runs Debian's pgbench with one script. @throws when pgbench is not installed. */
export async function pgbench(
  url: string,
  script: string,
  options: { clients: number; seconds: number },
): Promise<PgbenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'kotae-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, script);
    const { stdout } = await promisify(execFile)(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(options.clients),
        '-j',
        '2',
        '-T',
        String(options.seconds),
        '-f',
        file,
        '-l',
        '--log-prefix',
        join(folder, 'log'),
        url,
      ],
      { maxBuffer: 10_000_000 },
    );
    const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    const micros: number[] = [];
    for (const name of await readdir(folder)) {
      if (!name.startsWith('log')) continue;
      for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) {
        const time = Number(line.split(' ')[2]);
        if (time > 0) micros.push(time);
      }
    }
    return { tps, p99Ms: percentile(micros, 0.99) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
