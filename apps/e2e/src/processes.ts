import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Me } from '@kotae/contracts';
import { freePort, startLocalPostgres, startLocalRedis, type LocalPostgres, type LocalRedis } from '@kotae/servers';
import { startMailSink, waitFor, type MailSink } from '@kotae/testing';
import pg from 'pg';
import type { KeptProgram } from './kept-program';
import {
  DATABASE,
  PASSWORD,
  runKotae,
  sharedEnvironment,
  startProgram,
  type Environment,
  type ProgramName,
} from './programs';
import { STAFF_PASSWORD, buildSmallCity } from './small-city';

/** The product as separate programs on servers of its own, with a small city: everything may be killed and started again. */
export interface Processes {
  readonly portal: KeptProgram;
  readonly desk: KeptProgram;
  readonly worker: KeptProgram;
  /** Every worker: the first and those beside it. */
  readonly workers: readonly KeptProgram[];
  readonly mail: MailSink;
  readonly redisUrl: string;
  /** A second worker beside the first. */
  secondWorker(): Promise<KeptProgram>;
  endPostgres(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
  startPostgres(): Promise<void>;
  endRedis(): Promise<void>;
  startRedis(): Promise<void>;
  /** Asks the database as its superuser. */
  query<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>;
  /** Runs a command of the command line as the owner of a database of this server. */
  kotae(database: string, ...words: string[]): Promise<{ code: number | null; said: string }>;
  /** The same on another server with the same roles. */
  kotaeOn(server: LocalPostgres, env: Environment, ...words: string[]): Promise<{ code: number | null; said: string }>;
  /** The city's PostgreSQL, as it runs now. */
  server(): LocalPostgres;
  /** An empty database of the same server. */
  createDatabase(name: string): Promise<void>;
  /** A portal beside the first, on another database of this server or of another one with the same roles. */
  portalOn(database: string, server?: LocalPostgres): Promise<KeptProgram>;
  /** Everything that the programs and PostgreSQL have written to their logs. */
  logs(): string;
  signIn(): Promise<Desk>;
  stop(): Promise<void>;
}

/** Someone of the desk, signed in. */
export interface Desk {
  get<T>(path: string): Promise<T>;
  /** @returns the status. */
  post(path: string, body: unknown): Promise<number>;
}

export async function startProcesses(
  options: {
    readonly postgres?: Record<string, string>;
    readonly dataDir?: string;
    /** Besides what every program is told. */
    readonly env?: Environment;
  } = {},
): Promise<Processes> {
  const dir = await mkdtemp(join(tmpdir(), 'kotae-processes-'));
  await chmod(dir, 0o755);
  const logs: string[] = [];
  const postgresPort = await freePort();
  const runPostgres = () =>
    startLocalPostgres({
      dataDir: options.dataDir ?? join(dir, 'postgres'),
      port: postgresPort,
      password: PASSWORD,
      ...(options.postgres === undefined ? {} : { settings: options.postgres }),
      onLog: (line) => logs.push(line),
    });
  let postgres: LocalPostgres = await runPostgres();
  let redis: LocalRedis = await startLocalRedis();
  const mail = await startMailSink();
  await buildSmallCity(postgres, DATABASE, PASSWORD);

  const shared = { ...sharedEnvironment(dir), ...options.env };
  const program = (name: ProgramName, database = DATABASE, server = postgres) =>
    startProgram(name, {
      postgres: server,
      database,
      env: {
        ...shared,
        ...(name === 'worker' ? { REDIS_URL: redis.url, SMTP_URL: `${mail.url}?socketTimeout=2000` } : {}),
      },
      onLog: (text) => logs.push(text),
    });
  const portal = await program('portal');
  const desk = await program('desk');
  const workers = [await program('worker')];
  const others: KeptProgram[] = [];
  const pool = new pg.Pool({ connectionString: postgres.adminUrl(DATABASE), max: 2 });
  pool.on('error', () => undefined);
  await Promise.all([portal.ready(), desk.ready(), workers[0]!.ready()]);

  return {
    portal,
    desk,
    worker: workers[0]!,
    workers,
    mail,
    redisUrl: redis.url,
    secondWorker: async () => {
      const second = await program('worker');
      workers.push(second);
      await second.ready();
      return second;
    },
    endPostgres: async (signal) => {
      process.kill(postgres.pid, signal);
      await postgres.ended;
    },
    // After kill -9 the old server's children may need a moment to notice that it is gone.
    startPostgres: async () => {
      postgres = await waitFor('PostgreSQL to start again', runPostgres, 30_000);
    },
    endRedis: () => redis.stop('SIGKILL'),
    startRedis: async () => {
      redis = await waitFor('Redis to start again', () => startLocalRedis(redis.port));
    },
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    kotae: (database, ...words) => runKotae(postgres, database, shared, words),
    kotaeOn: (server, env, ...words) => runKotae(server, DATABASE, { ...shared, ...env }, words),
    server: () => postgres,
    createDatabase: async (name) => {
      await postgres.createDatabase(name, 'kotae_owner');
      await postgres.query('alter schema public owner to kotae_owner', name);
    },
    portalOn: async (database, server = postgres) => {
      const other = await program('portal', database, server);
      others.push(other);
      await other.ready();
      return other;
    },
    logs: () => logs.join('\n'),
    signIn: () => signIn(desk.url),
    stop: async () => {
      await Promise.all([portal, desk, ...workers, ...others].map((one) => one.end('SIGKILL')));
      await pool.end();
      await mail.stop();
      await redis.stop('SIGKILL').catch(() => undefined);
      await postgres.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string): Promise<Desk> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'desk', password: STAFF_PASSWORD }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}`);
  const { csrfToken } = (await response.json()) as Me;
  const cookie = response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  return {
    get: async <T>(path: string) => {
      const answer = await fetch(`${url}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.json()) as T;
    },
    post: async (path, body) => {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: JSON.stringify(body),
      });
      return answer.status;
    },
  };
}
