import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '@kotae/testing';
import { workThroughEverything } from './deliveries';
import { startProcesses, type Processes } from './processes';
import { letter, sendOnce } from './residents';

/** A disk of 200 MB in memory; null where this user may not mount one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'kotae-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=755', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = smallDisk();

describe('a full disk', () => {
  if (disk === null) {
    console.info('disk-full: not tried here, because a small disk can only be mounted by root on Linux');
    it('is tried only where a small disk can be mounted', () => expect(disk).toBeNull());
    return;
  }
  let product: Processes;
  beforeAll(async () => {
    product = await startProcesses({
      dataDir: join(disk, 'postgres'),
      postgres: { shared_buffers: '32MB', min_wal_size: '32MB', max_wal_size: '48MB' },
    });
  }, 60_000);
  afterAll(async () => {
    await product?.stop();
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  }, 30_000);

  it('refuses letters in plain words, keeps every acknowledged one, and goes on when there is room again', async () => {
    const filler = join(disk, 'filler');
    const file = await open(filler, 'w');
    const chunk = Buffer.alloc(1 << 16);
    await expect(
      (async () => {
        for (;;) await file.appendFile(chunk);
      })(),
    ).rejects.toMatchObject({ code: 'ENOSPC' });
    await file.close();

    const acknowledged = new Map<string, string>();
    let refused: { key: string; body: string } | null = null;
    for (let n = 1; refused === null; n++) {
      const key = randomUUID();
      const body = `${n}通目。${'川の土手の草を刈ってください。'.repeat(60)}`;
      const answer = await sendOnce(product.portal.url, key, letter(body, `full${n}@example.jp`));
      if (answer === null) refused = { key, body };
      else acknowledged.set(`api:${key}`, body);
      if (n > 5_000) throw new Error('the disk did not become full');
    }
    const words = await fetch(`${product.portal.url}/api/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': refused.key },
      body: JSON.stringify(letter(refused.body, 'full@example.jp')),
    });
    expect(words.status).toBeGreaterThanOrEqual(500);
    expect(await words.json()).toMatchObject({ code: 'internal', title: expect.stringContaining('もう一度') });

    await rm(filler);
    const answers = () => waitFor('PostgreSQL to answer', () => product.query('select 1 as one'), 8_000);
    await answers().catch(() => product.startPostgres());
    await product.portal.ready();
    const { key, body } = refused;
    await waitFor('the refused letter to be accepted', () =>
      sendOnce(product.portal.url, key, letter(body, 'full@example.jp')),
    );
    acknowledged.set(`api:${key}`, body);
    const rows = await product.query<{ key: string; body: string }>(
      'select idempotency_key as key, body from submission',
    );
    expect(rows).toHaveLength(acknowledged.size);
    for (const row of rows) expect(acknowledged.get(row.key)).toBe(row.body);
    await workThroughEverything(product);
  }, 90_000);
});
