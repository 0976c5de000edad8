import { resolve } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { asOwner } from '../start/owner-connection';
import { readWords, WrongWords } from '../terminal/read-words';
import { table } from '../terminal/table';
import { BACKUP_VERSION, BackupWriter, type BackupHead, type BackupTail } from './backup-file';
import { tablesInOrder, type TableLinks } from './table-order';

/** Who is signed in is not kept: after a restore everyone signs in again. `migration` is written by the migrations. */
const LEFT_OUT = ['migration', 'staff_session'];
/** Rows that hold files or models are large: few at once. */
const LARGE_TABLES = new Set(['attachment', 'model']);

/** `kotae backup --output FILE`: the whole city of one moment in one file, while everything runs. */
export async function backupCommand(words: readonly string[]): Promise<void> {
  const values = readWords(words, { output: { type: 'string' } });
  if (values.output === undefined)
    throw new WrongWords('出力先のファイルが要ります。', 'The file to write is missing.');
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.output);
  const { rows } = await asOwner(({ source }) => backup(source, file));
  console.log(table([['表', '行'], ...Object.entries(rows).map(([name, n]): [string, string] => [name, String(n)])]));
  console.log(`\n${file} に保存しました。個人情報を含みます。 / Saved; holds personal data.`);
  console.log(
    'KOTAE_SECRET は入っていません。別の場所に、必ず一緒に保管してください。これを失うと照会コードは使えなくなります。',
  );
  console.log(
    'The secret is NOT inside: keep it apart from this file, and keep it. Without it no receipt code opens anything.',
  );
}

/** Writes every table, of one snapshot; programs may go on writing meanwhile. */
export async function backup(source: DataSource, file: string): Promise<BackupTail> {
  const writer = new BackupWriter(file);
  try {
    return await source.transaction('REPEATABLE READ', async (tx) => {
      const head: BackupHead = {
        format: 'kotae-backup',
        version: BACKUP_VERSION,
        createdAt: new Date().toISOString(),
        migrations: await migrationsOf(tx),
      };
      await writer.line(JSON.stringify({ head }));
      const rows: Record<string, number> = {};
      for (const name of await backupTables(tx)) {
        await writer.line(JSON.stringify({ table: name }));
        rows[name] = await copyOut(tx, name, writer);
      }
      // Sequences know no snapshot: read last, they are never behind the rows.
      return writer.finish({ rows, sequences: await sequencesOf(tx) });
    });
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

export async function migrationsOf(tx: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await tx.query('select name from migration order by id');
  return rows.map(({ name }) => name);
}

/** The tables of a backup, each after those it points to. */
export async function backupTables(tx: EntityManager): Promise<string[]> {
  const tables: TableLinks[] = await tx.query(
    `select c.relname as name, coalesce(array_agg(f.relname) filter (where f.relname is not null), '{}')::text[] as "pointsTo"
     from pg_class c join pg_namespace s on s.oid = c.relnamespace
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' left join pg_class f on f.oid = k.confrelid
     where s.nspname = 'public' and c.relkind = 'r' and c.relname <> all($1) group by 1`,
    [LEFT_OUT],
  );
  return tablesInOrder(tables);
}

async function sequencesOf(tx: EntityManager): Promise<Record<string, string>> {
  const rows: { name: string; last: string }[] = await tx.query(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null
       and sequencename not like 'migration%' order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Reads with a cursor, so that a table of any size takes little memory. Returns the number of rows. */
async function copyOut(tx: EntityManager, name: string, writer: BackupWriter): Promise<number> {
  const atOnce = LARGE_TABLES.has(name) ? 4 : 500;
  await tx.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from "${name}" t`);
  let count = 0;
  for (;;) {
    const rows: { line: string }[] = await tx.query(`fetch ${atOnce} from rows`);
    for (const { line } of rows) await writer.line(line);
    count += rows.length;
    if (rows.length < atOnce) break;
  }
  await tx.query('close rows');
  return count;
}
