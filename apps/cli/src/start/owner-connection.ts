import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openDatabase } from '@kotae/persistence';
import { optionalText, readEnvironment, text } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { ROOT } from '../places';
import { Trouble } from '../trouble';
import { migrationTrouble } from '../upkeep/migration-trouble';
import { explain } from './explain';
import { startLocalDatabase } from './local-database';
import { lockDataFolder } from './lock';
import type { LocalSecrets } from './secrets';

/** The owner's connection for one command, and the cell's secret when it is known here. */
export interface OwnerConnection {
  readonly source: DataSource;
  readonly secret: string | null;
  readonly data: string;
}

/**
 * Runs a command as the database's owner: on DATABASE_URL, or on the folder's own PostgreSQL, which is started for the
 * command when no launcher runs it.
 */
export async function asOwner<T>(work: (connection: OwnerConnection) => Promise<T>): Promise<T> {
  const env = readEnvironment(process.env, {
    KOTAE_DATA: text('var'),
    KOTAE_SECRET: optionalText(),
    DATABASE_URL: optionalText(),
  });
  const data = resolve(ROOT, env.KOTAE_DATA);
  if (env.DATABASE_URL !== null) return connected(env.DATABASE_URL, env.KOTAE_SECRET, data, work);
  const found = await access(join(data, 'postgres/PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!found) {
    throw new Trouble(
      `${data} に、まだデータがありません。`,
      'さきに「npm start」で始めるか、DATABASE_URL を指定してください。 / Start once with npm start, or set DATABASE_URL.',
    );
  }
  const running = await runningServer(data);
  if (running !== null) return connected(running.url, env.KOTAE_SECRET ?? running.secret, data, work);
  const lock = await lockDataFolder(data);
  try {
    const local = await startLocalDatabase(data);
    try {
      return await connected(local.urls.owner, env.KOTAE_SECRET ?? local.secrets.kotaeSecret, data, work);
    } finally {
      await local.server.stop();
    }
  } finally {
    await lock.release();
  }
}

async function connected<T>(
  url: string,
  secret: string | null,
  data: string,
  work: (connection: OwnerConnection) => Promise<T>,
): Promise<T> {
  let source: DataSource;
  try {
    source = await openDatabase({ url, poolSize: 4, applicationName: 'kotae cli' });
  } catch (error) {
    throw explain(error, { data });
  }
  try {
    return await work({ source, secret, data });
  } catch (error) {
    throw migrationTrouble(error);
  } finally {
    await source.destroy();
  }
}

/** The folder's own server when a launcher runs it now. */
async function runningServer(data: string): Promise<{ url: string; secret: string } | null> {
  try {
    await access(join(data, 'postgres/postmaster.pid'));
    const secrets = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8')) as LocalSecrets;
    const url = `postgres://kotae_owner:${secrets.passwords.kotae_owner}@127.0.0.1:${secrets.postgresPort}/kotae`;
    const probe = await openDatabase({ url, poolSize: 1, applicationName: 'kotae cli' });
    await probe.destroy();
    return { url, secret: secrets.kotaeSecret };
  } catch {
    return null;
  }
}
