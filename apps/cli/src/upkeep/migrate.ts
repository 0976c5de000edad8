import { migrate, migrateDown, type MigrationWait } from '@kotae/persistence';
import { asOwner } from '../start/owner-connection';
import { readWords } from '../terminal/read-words';

const WAITS: Readonly<Record<MigrationWait, string>> = {
  another_migration: '  … ほかの移行が動いています。終わるのを待ちます。 / Another migration is running; waiting.',
  table_in_use: '  … 表が使われています。空くのを待って、やり直します。 / A table is in use; trying again.',
};

/** `kotae migrate [--down]`: brings the database's form up to date, or takes the last step back. */
export async function migrateCommand(words: readonly string[]): Promise<void> {
  const { down } = readWords(words, { down: { type: 'boolean' } });
  const onWait = (why: MigrationWait) => console.log(WAITS[why]);
  await asOwner(async ({ source }) => {
    if (down === true) {
      const name = await migrateDown(source, { onWait });
      console.log(
        name === null
          ? '戻せる移行はありません。 / Nothing to revert.'
          : `最後の移行を 1 つ戻しました（${name}）。 / Reverted.`,
      );
      return;
    }
    const ran = await migrate(source, { onWait });
    for (const name of ran) console.log(`  ✓ ${name}`);
    console.log(ran.length === 0 ? 'データベースは最新の形です。 / Up to date.' : `${ran.length} 件の移行をしました。`);
  });
}
