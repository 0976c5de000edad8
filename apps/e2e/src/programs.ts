import { join, resolve } from 'node:path';
import { freePort, type LocalPostgres } from '@kotae/servers';
import { keep, run, type KeptProgram } from './kept-program';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const DATABASE = 'kotae';
/** Of every database role. */
export const PASSWORD = 'test';
/** The cell's. */
export const SECRET = 'a secret of the small city, long enough';

export type ProgramName = 'portal' | 'desk' | 'worker';
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every program of a test is told. */
export function sharedEnvironment(dir: string): Environment {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    KOTAE_DATA: dir,
    KOTAE_SECRET: SECRET,
    KOTAE_FREE_SUBMISSIONS_PER_MINUTE: '1000000',
  };
}

/** Starts a program of `dist/` on a database, with that role's connection only. */
export async function startProgram(
  name: ProgramName,
  { postgres, database = DATABASE, env, onLog }: ProgramPlace,
): Promise<KeptProgram> {
  const port = await freePort();
  return keep(
    join(ROOT, 'dist/apps', name === 'worker' ? 'worker' : `${name}-api`, 'main.js'),
    ROOT,
    {
      ...env,
      [`${name.toUpperCase()}_DATABASE_URL`]: postgres.url(`kotae_${name}`, PASSWORD, database),
      [`KOTAE_${name.toUpperCase()}_PORT`]: String(port),
    },
    `http://127.0.0.1:${port}`,
    onLog,
  );
}

export interface ProgramPlace {
  readonly postgres: LocalPostgres;
  readonly database?: string;
  readonly env: Environment;
  readonly onLog: (text: string) => void;
}

/** Runs a command of the command line as the owner of a database. */
export function runKotae(
  postgres: LocalPostgres,
  database: string,
  env: Environment,
  words: readonly string[],
): Promise<{ code: number | null; said: string }> {
  return run([join(ROOT, 'dist/apps/cli/main.js'), ...words], ROOT, {
    ...env,
    DATABASE_URL: postgres.url('kotae_owner', PASSWORD, database),
  });
}
