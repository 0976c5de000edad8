import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, startLocalRedis, type LocalRedis } from '@kotae/servers';
import { WaitInVain, startMailSink, waitFor, type MailSink } from '@kotae/testing';
import pg from 'pg';

/** The whole product as `npm start` runs it, with a real Redis and a real SMTP server, in a folder of its own. */
export interface Product {
  readonly portalUrl: string;
  readonly deskUrl: string;
  readonly dataDir: string;
  readonly mail: MailSink;
  readonly redis: LocalRedis;
  readonly launcher: ChildProcess;
  /** What the launcher printed so far. */
  output(): string;
  /** Asks the database as its superuser. */
  query<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../../..');

/** Starts it from `dist/` (built before the tests run) and waits until portal and desk answer. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kotae-e2e-'));
  await chmod(dataDir, 0o755);
  const [portalPort, deskPort, redis, mail] = [
    await freePort(),
    await freePort(),
    await startLocalRedis(),
    await startMailSink(),
  ];
  const [portalUrl, deskUrl] = [`http://127.0.0.1:${portalPort}`, `http://127.0.0.1:${deskPort}`];
  let output = '';
  const launcher = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      KOTAE_DATA: dataDir,
      KOTAE_PORTAL_PORT: String(portalPort),
      KOTAE_DESK_PORT: String(deskPort),
      REDIS_URL: redis.url,
      SMTP_URL: mail.url,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launcher.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  launcher.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((done) => launcher.on('exit', () => done()));
  const answers = (url: string) =>
    fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
  try {
    await waitFor(
      'portal and desk to answer',
      async () => {
        if (launcher.exitCode !== null || launcher.signalCode !== null) throw new WaitInVain('the launcher ended');
        return (await answers(portalUrl)) && (await answers(deskUrl));
      },
      120_000,
    );
  } catch (error) {
    launcher.kill('SIGKILL');
    await mail.stop();
    await redis.stop();
    throw new Error(`The product did not start. It printed:\n${output.slice(-3_000)}`, { cause: error });
  }
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, unknown>;
  const pool = new pg.Pool({ connectionString: await adminUrl(secrets, dataDir), max: 2 });
  return {
    portalUrl,
    deskUrl,
    dataDir,
    mail,
    redis,
    launcher,
    output: () => output,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    stop: async () => {
      await pool.end();
      launcher.kill('SIGINT');
      await ended;
      await mail.stop();
      await redis.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function adminUrl(secrets: Record<string, unknown>, dataDir: string): Promise<string> {
  const pidFile = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  const port = pidFile.split('\n')[3]!.trim();
  const passwords = secrets['passwords'] as Record<string, string>;
  return `postgres://kotae_admin:${encodeURIComponent(passwords['admin']!)}@127.0.0.1:${port}/kotae`;
}
