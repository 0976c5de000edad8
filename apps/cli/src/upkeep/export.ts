import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import { asOwner } from '../start/owner-connection';
import { readWords, WrongWords } from '../terminal/read-words';
import { table } from '../terminal/table';

/** What a key opens stays here: sessions, passwords, hashes of codes. Models are trained again from the decisions. */
const WITHHELD_TABLES = new Set(['migration', 'staff_session', 'model', 'submission_search', 'submission_band']);
const WITHHELD_COLUMNS = new Set(['password_hash', 'code_hash', 'key_hash', 'fingerprint']);
const ROWS_AT_ONCE = 500;

/** `kotae export --output FOLDER`: every table as a file of JSON lines, all of one moment. Holds personal data. */
export async function exportCommand(words: readonly string[]): Promise<void> {
  const values = readWords(words, { output: { type: 'string' } });
  if (values.output === undefined)
    throw new WrongWords('出力先のフォルダーが要ります。', 'The folder to write to is missing.');
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.output);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const counts = await asOwner(({ source }) =>
    source.transaction('REPEATABLE READ', async (tx) => {
      const rows: [string, string][] = [];
      for (const name of await tables(tx)) rows.push([name, String(await exportTable(tx, name, folder))]);
      return rows;
    }),
  );
  console.log(table([['表', '行'], ...counts]));
  console.log(`\n${folder} に書き出しました。個人情報を含みます。 / Exported; holds personal data.`);
}

async function tables(tx: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !WITHHELD_TABLES.has(name));
}

/** Reads with a cursor, so that a table of any size takes little memory. Returns the number of rows. */
async function exportTable(tx: EntityManager, name: string, folder: string): Promise<number> {
  const columns: { column: string; type: string }[] = await tx.query(
    `select column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [name],
  );
  const shown = columns
    .filter(({ column }) => !WITHHELD_COLUMNS.has(column))
    .map(({ column, type }) => (type === 'bytea' ? `encode("${column}", 'base64') as "${column}"` : `"${column}"`));
  const file = join(folder, `${name}.jsonl`);
  await rm(file, { force: true });
  const output = createWriteStream(file, { mode: 0o600 });
  await tx.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as line from (select ${shown.join(', ')} from "${name}") t`,
  );
  let count = 0;
  for (;;) {
    const rows: { line: string }[] = await tx.query(`fetch ${ROWS_AT_ONCE} from rows`);
    for (const { line } of rows) if (!output.write(`${line}\n`)) await once(output, 'drain');
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.query('close rows');
  output.end();
  await finished(output);
  return count;
}
