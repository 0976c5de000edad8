import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Me } from '@kotae/contracts';
import { hashPassword } from '@kotae/http';
import { createStaff, migrate, openDatabase, writeCitySettings } from '@kotae/persistence';
import { freePort, startLocalPostgres, startLocalRedis, type LocalPostgres, type LocalRedis } from '@kotae/servers';
import { startMailSink, waitFor, type MailSink } from '@kotae/testing';
import pg from 'pg';
import { SMALL_CITY, SMALL_CITY_SECTIONS, SMALL_CITY_TOPICS } from './small-city';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATABASE = 'kotae';
const PASSWORD = 'test';
const STAFF_PASSWORD = 'とても長い合言葉 12';

export type ProgramName = 'portal' | 'desk' | 'worker';

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

/** The product as separate programs on servers of its own, with a small city: everything may be killed and started again. */
export interface Processes {
  readonly portal: KeptProgram;
  readonly desk: KeptProgram;
  readonly worker: KeptProgram;
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
  /** An empty database of the same server. */
  createDatabase(name: string): Promise<void>;
  /** A portal beside the first, on another database of this server. */
  portalOn(database: string): Promise<KeptProgram>;
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
  options: { readonly postgres?: Record<string, string>; readonly dataDir?: string } = {},
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
  await buildSmallCity(postgres);

  const shared = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    KOTAE_DATA: dir,
    KOTAE_SECRET: 'a secret of the small city, long enough',
    KOTAE_FREE_SUBMISSIONS_PER_MINUTE: '1000000',
  };
  const program = async (name: ProgramName, database = DATABASE): Promise<KeptProgram> => {
    const port = await freePort();
    return keep(
      join(ROOT, 'dist/apps', name === 'worker' ? 'worker' : `${name}-api`, 'main.js'),
      {
        ...shared,
        [`${name.toUpperCase()}_DATABASE_URL`]: postgres.url(`kotae_${name}`, PASSWORD, database),
        [`KOTAE_${name.toUpperCase()}_PORT`]: String(port),
        ...(name === 'worker' ? { REDIS_URL: redis.url, SMTP_URL: `${mail.url}?socketTimeout=2000` } : {}),
      },
      `http://127.0.0.1:${port}`,
      (text) => logs.push(text),
    );
  };
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
    kotae: (database, ...words) =>
      run([join(ROOT, 'dist/apps/cli/main.js'), ...words], {
        ...shared,
        DATABASE_URL: postgres.url('kotae_owner', PASSWORD, database),
      }),
    createDatabase: async (name) => {
      await postgres.createDatabase(name, 'kotae_owner');
      await postgres.query('alter schema public owner to kotae_owner', name);
    },
    portalOn: async (database) => {
      const other = await program('portal', database);
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

function keep(
  main: string,
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
    child = spawn(process.execPath, [main], { cwd: ROOT, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
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

function run(
  words: string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

/** Migrated, with a desk, sections and topics; no model is trained, because a training takes longer than these tests. */
async function buildSmallCity(postgres: LocalPostgres): Promise<void> {
  await postgres.query(
    ['owner', 'portal', 'desk', 'worker']
      .map((role) => `create role kotae_${role} login password '${PASSWORD}'${role === 'owner' ? ' createrole' : ''}`)
      .join(';'),
  );
  await postgres.createDatabase(DATABASE, 'kotae_owner');
  await postgres.query('alter schema public owner to kotae_owner', DATABASE);
  const owner = await openDatabase({
    url: postgres.url('kotae_owner', PASSWORD, DATABASE),
    poolSize: 2,
    applicationName: 'kotae e2e',
  });
  try {
    await migrate(owner);
    await writeCitySettings(owner, SMALL_CITY);
    for (const [id, name] of SMALL_CITY_SECTIONS) {
      await owner.query('insert into section (id, name) values ($1, $2)', [id, name]);
    }
    for (const [code, name, section] of SMALL_CITY_TOPICS) {
      await owner.query('insert into topic (code, name, section_id) values ($1, $2, $3)', [code, name, section]);
    }
    await owner.query(
      `with event as (insert into outbox (id, name, payload, created_at, expanded_at)
         values (gen_random_uuid(), 'ModelRequested', '{"reason": "first_start"}', now(), now()) returning id)
       insert into delivery (event_id, reaction, state, attempts, next_try_at, done_at)
       select id, 'train-model', 'done', 1, now(), now() from event`,
    );
    await createStaff(owner, {
      login: 'desk',
      name: '広聴 担当',
      role: 'desk',
      sectionId: null,
      passwordHash: await hashPassword(STAFF_PASSWORD),
      createdAt: new Date(),
    });
  } finally {
    await owner.destroy();
  }
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
