import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries';

/** A PostgreSQL 18 from npm that the program runs by itself: for the launcher, tests and benchmarks. */
export interface LocalPostgres {
  readonly port: number;
  readonly pid: number;
  /** Connection string of a role on a database of this server. */
  url(role: string, password: string, database: string): string;
  /** Connection string of the superuser. */
  adminUrl(database: string): string;
  /** Creates the database when it is missing. */
  createDatabase(name: string, owner?: string): Promise<void>;
  /** Runs one statement as the superuser. */
  query(sql: string, database?: string): Promise<pg.QueryResult>;
  /** Ends it cleanly (`fast` shutdown). */
  stop(): Promise<void>;
  /** Resolves with the exit code when the server ends, whoever ended it. */
  readonly ended: Promise<number | null>;
}

export interface LocalPostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** The superuser's password; set when the folder is initialised, so it must stay the same. */
  readonly password: string;
  /** Extra `name=value` settings. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Lines of the server's log. */
  readonly onLog?: (line: string) => void;
}

/**
 * PostgreSQL quotes what it chokes on: the statement, the row that broke a rule, the text that could not be read. Its log
 * gets what happens to the server itself; a failed statement is told to the program that sent it, which logs its code.
 */
const NO_DATA_IN_LOG: Readonly<Record<string, string>> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export const LOCAL_SUPERUSER = 'kotae_admin';

/**
 * Initialises the folder when it is new, then starts the server on 127.0.0.1 in a process group of its own, so that
 * Ctrl-C in the terminal reaches the launcher and not the database.
 * @throws Error with the last lines of the server's log when it does not come up.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const binaries = await postgresBinaries();
  const identity = await unprivileged(options.dataDir, binaries.postgres);
  const isNew = await readFile(join(options.dataDir, 'PG_VERSION'), 'utf8').then(
    () => false,
    () => true,
  );
  if (isNew) await initialise(binaries.initdb, options, identity);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    ...NO_DATA_IN_LOG,
    ...options.settings,
  };
  const child = run(
    identity,
    binaries.postgres,
    [
      '-D',
      options.dataDir,
      '-p',
      String(options.port),
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    { detached: true },
  );
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  await ready(child, options.onLog);

  const url = (role: string, password: string, database: string) =>
    `postgres://${encodeURIComponent(role)}:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${database}`;
  const adminUrl = (database: string) => url(LOCAL_SUPERUSER, options.password, database);
  const query = async (sql: string, database = 'postgres') => {
    const client = new pg.Client({ connectionString: adminUrl(database) });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    port: options.port,
    pid: child.pid!,
    url,
    adminUrl,
    query,
    createDatabase: async (name, owner) => {
      const found = await query(`select 1 from pg_database where datname = '${name.replaceAll("'", "''")}'`);
      if (found.rowCount === 0) await query(`create database "${name}"${owner ? ` owner "${owner}"` : ''}`);
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
    ended,
  };
}

/** Who runs the server: the user of this process, or `postgres` when that user is root. */
interface Identity {
  /** Owner of the server's files; null for the user of this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Words before the command: how to become that user when its files lie where it could not reach them. */
  readonly prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root: as root, use (or make) the system user `postgres`. Below a folder that only root may
 * enter (a clone in /root), that user keeps the one right to pass through folders.
 */
async function unprivileged(dataDir: string, binary: string): Promise<Identity> {
  await mkdir(dataDir, { recursive: true });
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    id('-u');
  } catch {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], { stdio: 'ignore' });
  }
  const [uid, gid] = [id('-u'), id('-g')];
  await chown(dataDir, uid, gid);
  try {
    execFileSync('test', ['-x', binary, '-a', '-w', dataDir], { uid, gid, stdio: 'ignore' });
    return { owner: { uid, gid }, prefix: [] };
  } catch {
    const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    return {
      owner: { uid, gid },
      prefix: [...become, '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'],
    };
  }
}

function run(identity: Identity, command: string, args: string[], options: { detached?: boolean }): ChildProcess {
  const [file, ...rest] = [...identity.prefix, command, ...args] as [string, ...string[]];
  const user = identity.prefix.length === 0 ? (identity.owner ?? {}) : {};
  return spawn(file, rest, {
    ...user,
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
}

async function initialise(initdb: string, options: LocalPostgresOptions, identity: Identity): Promise<void> {
  const passwordFile = join(tmpdir(), `kotae-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  try {
    if (identity.owner) await chown(passwordFile, identity.owner.uid, identity.owner.gid);
    await new Promise<void>((resolve, reject) => {
      const child = run(
        identity,
        initdb,
        [
          `--pgdata=${options.dataDir}`,
          '--auth=scram-sha-256',
          `--username=${LOCAL_SUPERUSER}`,
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
        ],
        {},
      );
      let log = '';
      child.stderr!.on('data', (chunk: Buffer) => (log += chunk.toString()));
      child.on('error', reject);
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`initdb ended with code ${code}: ${log.trim().slice(-800)}`)),
      );
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function ready(child: ChildProcess, onLog?: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let tail = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}: ${tail.trim().slice(-800)}`)));
    child.stderr!.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      tail = (tail + text).slice(-4000);
      for (const line of text.split('\n')) if (line.trim() !== '') onLog?.(line);
      if (tail.includes('database system is ready to accept connections')) resolve();
    });
  });
}
