import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionStatus } from '@kotae/contracts';
import { startProcesses, type Processes } from './processes';
import { letter, resident, sendOnce } from './residents';

/** docs/operations.md, "Backup and restore", as an administrator types it. */
describe('backup and restore from the command line', () => {
  let product: Processes;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotae-backup-'));
    product = await startProcesses();
  }, 60_000);
  afterAll(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('keeps a city while letters arrive, and makes it again in another database', async () => {
    const file = join(folder, 'city.kotae');
    const body = '保存の前に届いた声です。';
    const before = (await sendOnce(product.portal.url, randomUUID(), letter(body, 'mae@example.jp')))!;
    let running = true;
    const writing = resident(
      product.portal.url,
      'saichuu',
      () => running,
      () => 20,
    );
    const saved = await product.kotae('kotae', 'backup', '--output', file);
    running = false;
    const meanwhile = await writing;
    expect(saved).toMatchObject({ code: 0, said: expect.stringContaining('KOTAE_SECRET は入っていません') });
    expect(meanwhile.length).toBeGreaterThan(0);

    await product.createDatabase('kotae_again');
    expect((await product.kotae('kotae_again', 'migrate')).code).toBe(0);
    expect(await product.kotae('kotae_again', 'restore', '--input', file)).toMatchObject({ code: 0 });
    expect(await product.kotae('kotae_again', 'verify')).toMatchObject({ code: 0 });
    expect(await product.kotae('kotae_again', 'restore', '--input', file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('空ではありません'),
    });

    // The city goes on there: the old code opens the old letter, and a new letter gets a number of its own.
    const again = await product.portalOn('kotae_again');
    const status = await fetch(`${again.url}/api/v1/submissions/${before.receiptCode}`);
    expect(((await status.json()) as SubmissionStatus).receiptNumber).toBe(before.receiptNumber);
    const after = (await sendOnce(again.url, randomUUID(), letter('戻した後の声です。', 'ato@example.jp')))!;
    expect(after.receiptNumber > before.receiptNumber).toBe(true);
  }, 60_000);
});
