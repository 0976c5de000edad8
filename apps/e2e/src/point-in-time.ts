import { chmod, chown, cp, lstat, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startLocalPostgres, type LocalPostgres } from '@kotae/servers';
import { waitFor } from '@kotae/testing';
import pg from 'pg';
import { DATABASE, PASSWORD } from './programs';

/** Left out of a base backup, as PostgreSQL's manual says: the server makes them anew, or the archive holds them. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init']);
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** Settings of a server whose log is kept in a folder that this server may write. */
export function archivingTo(archive: string): Record<string, string> {
  return {
    archive_mode: 'on',
    archive_command: `test ! -f '${archive}/%f' && cp '%p' '${archive}/%f.part' && mv '${archive}/%f.part' '${archive}/%f'`,
  };
}

/** What pg_basebackup does, by the server's own functions: a copy of the folder while everything runs. */
export async function baseBackup(postgres: LocalPostgres, dataDir: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.adminUrl('postgres') });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('rehearsal', true)`);
    await copyFolder(dataDir, to);
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select * from pg_backup_stop(true)',
    );
    await writeAs(dataDir, join(to, 'backup_label'), rows[0]!.labelfile);
    if (rows[0]!.spcmapfile !== '') await writeAs(dataDir, join(to, 'tablespace_map'), rows[0]!.spcmapfile);
  } finally {
    await client.end();
  }
}

/** Writes the log's last piece to the archive, so that everything committed until now stands there. */
export async function archiveEverything(postgres: LocalPostgres): Promise<void> {
  const { rows } = await postgres.query('select pg_walfile_name(pg_switch_wal()) as file');
  const file = (rows as { file: string }[])[0]!.file;
  await waitFor('the last piece of the log to be archived', async () => {
    const found = await postgres.query('select coalesce(last_archived_wal, $$$$) as last from pg_stat_archiver');
    return (found.rows as { last: string }[])[0]!.last >= file;
  });
}

/** Starts the copy as a server of its own that has gone on to the moment and no further. */
export async function restoreTo(
  moment: string,
  { dataDir, archive, onLog }: { dataDir: string; archive: string; onLog: (line: string) => void },
): Promise<LocalPostgres> {
  await writeAs(dataDir, join(dataDir, 'recovery.signal'), '');
  const postgres = await startLocalPostgres({
    dataDir,
    port: await freePort(),
    password: PASSWORD,
    settings: {
      archive_mode: 'off',
      restore_command: `cp '${archive}/%f' '%p'`,
      recovery_target_time: moment,
      recovery_target_action: 'promote',
    },
    onLog,
  });
  await waitFor('the restored city', async () => {
    const { rows } = await postgres.query('select pg_is_in_recovery() as recovering', DATABASE);
    return !(rows as { recovering: boolean }[])[0]!.recovering;
  });
  return postgres;
}

/** Copies what a running server changes and removes meanwhile; every file keeps its owner. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await likeBefore(from, to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('pgsql_tmp')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) {
      await cp(source, target)
        .then(() => likeBefore(source, target))
        .catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        });
    } else if (EMPTIED.has(entry.name)) {
      await mkdir(target, { recursive: true });
      await likeBefore(source, target);
    } else await copyFolder(source, target);
  }
}

async function likeBefore(source: string, target: string): Promise<void> {
  const { uid, gid, mode } = await lstat(source);
  if (process.getuid?.() === 0) await chown(target, uid, gid);
  await chmod(target, mode);
}

async function writeAs(dataDir: string, file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  const { uid, gid } = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(file, uid, gid);
}
