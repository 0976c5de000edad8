import { migrate } from '@kotae/persistence';
import { asOwner } from '../start/owner-connection';

/** `kotae migrate [--down]`: brings the database's form up to date, or takes the last step back. */
export async function migrateCommand(words: readonly string[]): Promise<void> {
  await asOwner(async ({ source }) => {
    if (words.includes('--down')) {
      await source.undoLastMigration({ transaction: 'each' });
      console.log('最後の移行を 1 つ戻しました。 / Reverted the last migration.');
      return;
    }
    const ran = await migrate(source);
    for (const name of ran) console.log(`  ✓ ${name}`);
    console.log(ran.length === 0 ? 'データベースは最新の形です。 / Up to date.' : `${ran.length} 件の移行をしました。`);
  });
}
