import { systemClock } from '@kotae/kernel';
import { migrate } from '@kotae/persistence';
import { ROOT } from '../places';
import { asOwner } from '../start/owner-connection';
import { step, terminal } from '../terminal/steps';
import { Trouble } from '../trouble';
import { cityExists, loadDemoCity } from './load';
import { DEMO_PASSWORD } from './staff';

/** `kotae demo`: loads こだま市 into an empty database. */
export async function demoCommand(): Promise<void> {
  await asOwner(async ({ source, secret }) => {
    if (secret === null) {
      throw new Trouble(
        'KOTAE_SECRET が要ります。',
        '各プログラムと同じ値を指定してください。 / Set the same KOTAE_SECRET as the programs.',
      );
    }
    await migrate(source);
    if (await cityExists(source)) {
      console.log('市の設定がもうあります。何も読み込みません。 / A city is set up already; nothing is loaded.');
      return;
    }
    const portalUrl = `http://127.0.0.1:${process.env['KOTAE_PORTAL_PORT'] || 8080}`;
    const deskUrl = `http://127.0.0.1:${process.env['KOTAE_DESK_PORT'] || 8081}`;
    await step(terminal, 'こだま市（デモ）を読み込んでいます', (onProgress) =>
      loadDemoCity({ source, secret, clock: systemClock, root: ROOT, portalUrl, deskUrl, onProgress }),
    );
    console.log(`職員のパスワードはどれも ${DEMO_PASSWORD} です（「staff list」で一覧）。`);
  });
}
