import { resolve } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { asOwner } from '../start/owner-connection';
import { readWords, WrongWords } from '../terminal/read-words';
import { table } from '../terminal/table';
import { Trouble } from '../trouble';
import { backupTables, migrationsOf } from './backup';
import { BACKUP_VERSION, readBackup, type BackupHead, type BackupTail } from './backup-file';

const MOST_ROWS = 500;
const MOST_CHARACTERS = 4_000_000;

/** `kotae restore --input FILE`: puts a backup into an empty database that has been migrated. All of it or nothing. */
export async function restoreCommand(words: readonly string[]): Promise<void> {
  const values = readWords(words, { input: { type: 'string' } });
  if (values.input === undefined)
    throw new WrongWords('バックアップのファイルが要ります。', 'The backup file is missing.');
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.input);
  const { rows } = await asOwner(({ source }) => restore(source, file));
  console.log(table([['表', '行'], ...Object.entries(rows).map(([name, n]): [string, string] => [name, String(n)])]));
  console.log('\n元に戻しました。バックアップを取ったときの KOTAE_SECRET で始めてください。');
  console.log('Restored. Start the programs with the KOTAE_SECRET of that time; then run verify.');
}

/** @throws Trouble when the database is not empty, has another form, or the file is damaged; then nothing was changed. */
export async function restore(source: DataSource, file: string): Promise<BackupTail> {
  return source.transaction(async (tx) => {
    const tables = await backupTables(tx);
    // Nobody writes meanwhile, whatever runs.
    await tx.query(`lock table ${tables.map((name) => `"${name}"`).join(', ')} in access exclusive mode`);
    await mustBeEmpty(tx, tables);
    try {
      return await copyIn(tx, new Set(tables), file);
    } catch (error) {
      if (error instanceof Trouble) throw error;
      throw new Trouble(
        'このバックアップは、元に戻せませんでした。データベースは空のままです。',
        `ファイルが壊れているかもしれません: ${reason(error)} / The backup could not be restored; nothing was changed.`,
      );
    }
  });
}

async function copyIn(tx: EntityManager, known: ReadonlySet<string>, file: string): Promise<BackupTail> {
  const counts: Record<string, number> = {};
  let name = '';
  let columns = '';
  let batch: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await tx.query(
      `insert into "${name}" (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::"${name}", $1::json)`,
      [`[${batch.join(',')}]`],
    );
    counts[name] = (counts[name] ?? 0) + batch.length;
    batch = [];
    characters = 0;
  };
  for await (const part of readBackup(file)) {
    if ('head' in part) await mustFit(tx, part.head);
    else if ('table' in part) {
      await flush();
      name = part.table;
      if (!known.has(name)) throw new Error(`there is no table ${name}`);
      columns = await columnsOf(tx, name);
      counts[name] = 0;
    } else if ('row' in part) {
      batch.push(part.row);
      characters += part.row.length;
      if (batch.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await flush();
    } else {
      await flush();
      if (JSON.stringify(counts) !== JSON.stringify(part.tail.rows)) throw new Error('the numbers of rows differ');
      for (const [sequence, last] of Object.entries(part.tail.sequences)) {
        await tx.query('select setval(quote_ident($1)::regclass, $2::bigint)', [sequence, last]);
      }
      return part.tail;
    }
  }
  throw new Error('the file ends before its end');
}

async function mustFit(tx: EntityManager, head: BackupHead | undefined): Promise<void> {
  if (head?.format !== 'kotae-backup' || head.version !== BACKUP_VERSION) {
    throw new Trouble(
      'これは、この版で読めるバックアップではありません。',
      'kotae backup で作ったファイルを指定してください。',
    );
  }
  const here = await migrationsOf(tx);
  if (JSON.stringify(here) !== JSON.stringify(head.migrations)) {
    throw new Trouble(
      'バックアップとこのデータベースでは、形（移行）が違います。',
      `バックアップを取った版で元に戻してから、新しい版で migrate してください（${head.migrations.at(-1)} / ${here.at(-1)}）。`,
    );
  }
}

async function mustBeEmpty(tx: EntityManager, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    const rows: unknown[] = await tx.query(`select 1 from "${name}" limit 1`);
    if (rows.length > 0) {
      throw new Trouble(
        `データベースが空ではありません（${name}）。`,
        '新しいデータベースを作り、migrate だけをしてから、もう一度試してください。 / Restore only into an empty, migrated database.',
      );
    }
  }
}

async function columnsOf(tx: EntityManager, name: string): Promise<string> {
  const rows: { column: string }[] = await tx.query(
    `select column_name as column from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [name],
  );
  return rows.map(({ column }) => `"${column}"`).join(', ');
}

/** What may be said of an error: PostgreSQL's messages quote rows, so only its code. */
function reason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.message : 'unknown';
}
