import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, portIsFree, startLocalPostgres, type LocalPostgres } from '@kotae/servers';
import type { DatabaseUrls } from './environment';
import { explain } from './explain';
import { endProcess, markOf } from './process-alive';
import { localSecrets, writeSecrets, type LocalSecrets } from './secrets';

const DATABASE = 'kotae';
const ROLES = ['kotae_owner', 'kotae_portal', 'kotae_desk', 'kotae_worker'] as const;

/** The PostgreSQL of this folder, running. */
export interface LocalDatabase {
  readonly server: LocalPostgres;
  readonly urls: DatabaseUrls;
  readonly secrets: LocalSecrets;
}

/** Starts (and on the first start makes) the folder's own PostgreSQL with the product's roles and database. */
export async function startLocalDatabase(data: string): Promise<LocalDatabase> {
  const dataDir = join(data, 'postgres');
  const tail: string[] = [];
  try {
    await stopLeftServer(dataDir);
    const isNew = await access(join(dataDir, 'PG_VERSION')).then(
      () => false,
      () => true,
    );
    let secrets = await localSecrets(data, isNew);
    const port = await choosePort(secrets.postgresPort);
    if (port !== secrets.postgresPort) {
      secrets = { ...secrets, postgresPort: port };
      await writeSecrets(data, secrets);
    }
    const log = createWriteStream(join(data, 'log/postgres.log'), { flags: 'a' });
    log.on('error', () => undefined);
    const server = await startLocalPostgres({
      dataDir,
      port,
      password: secrets.passwords.admin,
      onLog: (line) => {
        tail.push(line);
        if (tail.length > 20) tail.shift();
        log.write(`${line}\n`);
      },
    });
    const url = (role: (typeof ROLES)[number]) => server.url(role, secrets.passwords[role], DATABASE);
    try {
      await makeRolesAndDatabase(server, secrets);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      server,
      secrets,
      urls: {
        owner: url('kotae_owner'),
        portal: url('kotae_portal'),
        desk: url('kotae_desk'),
        worker: url('kotae_worker'),
      },
    };
  } catch (error) {
    throw explain(error, { data, serverLog: tail });
  }
}

/** The port of last time when it is free, so that a bookmark in a database tool stays right; otherwise another. */
async function choosePort(last: number | null): Promise<number> {
  if (last !== null && (await portIsFree(last, '127.0.0.1'))) return last;
  return freePort();
}

async function makeRolesAndDatabase(server: LocalPostgres, secrets: LocalSecrets): Promise<void> {
  const statements = ROLES.map((role) => {
    // The passwords are base64url: nothing in them needs quoting.
    const rights = `login password '${secrets.passwords[role]}'${role === 'kotae_owner' ? ' createrole' : ''}`;
    return `do $$ begin if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} ${rights}; end if; end $$`;
  });
  await server.query(statements.join(';\n'));
  await server.createDatabase(DATABASE, 'kotae_owner');
}

/**
 * A launcher that was killed leaves its PostgreSQL running; this one ends it properly before starting its own.
 * A note of a server that is gone is PostgreSQL's own affair.
 */
async function stopLeftServer(dataDir: string): Promise<void> {
  const pid = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').then(
    (text) => Number(text.split('\n')[0]),
    () => 0,
  );
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgres(pid, dataDir)) return;
  await endProcess(markOf(pid), 'SIGINT', 8_000);
}

function isPostgres(pid: number, dataDir: string): boolean {
  if (process.platform === 'win32') return false;
  try {
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(dataDir);
  } catch {
    return false;
  }
}
