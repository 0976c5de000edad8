import { MigrationFailed } from '@kotae/persistence';
import { Trouble } from '../trouble';

/** PostgreSQL's `disk_full`. */
const DISK_FULL = '53100';

/** What to do about a migration that did not come about; every other error is returned as it came. Pure. */
export function migrationTrouble(error: unknown): unknown {
  if (!(error instanceof MigrationFailed)) return error;
  if (error.code === 'another_migration') {
    return new Trouble(
      'ほかの移行がまだ終わりません。',
      'もう一方の「migrate」（または「npm start」）が終わってから、もう一度お試しください。 / Another migration is still running.',
    );
  }
  if (error.code === 'table_in_use') {
    return new Trouble(
      '表が使われ続けているため、データベースの形を変えられませんでした。',
      'バックアップや長い問い合わせが終わってから、もう一度「migrate」をしてください。プログラムは今の版のまま動かしておけます。 / A table stayed in use: try again when backups and long queries have ended.',
    );
  }
  if (error.code === DISK_FULL) {
    return new Trouble(
      'データベースのサーバーのディスクに、空きがありません。',
      'この移行は取り消しました。何も失われていません。空きを作ってから、もう一度「migrate」をしてください。 / The disk is full: make room and run migrate again.',
    );
  }
  return new Trouble(
    `データベースの形を変えられませんでした（${error.message}）。`,
    [
      'この移行は、まるごと取り消しました。その前までの移行は済んでいて、前の版のプログラムもそのまま動きます。何も失われていません。',
      '動いているプログラムは、そのまま使い続けられます。新しい版のプログラムは始めず、前の版のまま、',
      '上に出ている名前とコードを添えて、開発元にお問い合わせください。直したあと、もう一度「migrate」をすれば続きから進みます。',
      'The migration was rolled back as a whole; keep running the previous release, put the cause right, run migrate again.',
    ].join('\n'),
  );
}
