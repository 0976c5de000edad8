import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DEMO_PLAN_ID, closeFiscalYear, type FrozenYear } from '@kotae/indicators';
import { SubmissionLookUp, PgSubmissionDoor, indicatorWork } from '@kotae/persistence';
import { hashReceiptCode, makeReceiptCode } from '@kotae/submission';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { loadDemoCity } from '../demo/load';
import { backup } from './backup';
import type { BackupTail } from './backup-file';
import { runChecks } from './checks';
import { restore } from './restore';

const SECRET = 'a secret of at least thirty-two characters';
const CODE_KEY = 'form:the-one-with-everything';
/** Characters that editors take for line ends, quotes, and ones that old formats lose. */
const ODD_TEXT = '改行\nと\u2028区切り\u2029と"引用"と\\逆斜線と髙﨑𠮷野家🚌';

describe('a backup', () => {
  const databases: TestDatabase[] = [];
  const picture = randomBytes(300_000);
  let folder: string;
  let file: string;
  let city: DataSource;
  let tail: BackupTail;
  let closed: FrozenYear;

  const emptyDatabase = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };
  const copyWith = async (name: string, change: (text: string) => string): Promise<string> => {
    const damaged = join(folder, name);
    await writeFile(damaged, gzipSync(change(gunzipSync(await readFile(file)).toString('utf8'))));
    return damaged;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotae-backup-'));
    file = join(folder, 'kotae.backup');
    city = await (await emptyDatabase()).as('kotae_owner');
    await loadDemoCity({
      source: city,
      clock: { now: () => new Date('2026-11-21T10:00:00+09:00') },
      root: resolve(import.meta.dirname, '../../../..'),
      secret: SECRET,
      portalUrl: 'http://127.0.0.1:8080',
      deskUrl: 'http://127.0.0.1:8081',
      onProgress: () => undefined,
    });
    const id = randomUUID();
    await new PgSubmissionDoor(city).accept({
      id,
      eventId: randomUUID(),
      idempotencyKey: CODE_KEY,
      fingerprint: randomBytes(32),
      codeHash: hashReceiptCode(SECRET, makeReceiptCode(SECRET, CODE_KEY)),
      fiscalYear: 2026,
      receivedAt: new Date(),
      dueOn: null,
      registeredBy: null,
      followsCodeHash: null,
      input: {
        kind: 'web_opinion',
        channel: 'web',
        receivedOn: '2026-11-20',
        subject: null,
        body: ODD_TEXT,
        reply: { wanted: false, channel: null },
        submitter: null,
        district: null,
        ageBand: null,
        publishConsent: false,
        attachments: [],
        follows: null,
      },
      attachments: [],
    });
    await city.query(
      `insert into attachment (id, submission_id, key_hash, file_name, media_type, byte_size, content, created_at)
       values ($1, $2, $3, '写真.jpg', 'image/jpeg', $4, $5, now())`,
      [randomUUID(), id, randomBytes(32), picture.length, picture],
    );
    closed = await closeFiscalYear(
      { unitOfWork: indicatorWork(city), clock: { now: () => new Date('2026-11-21T10:00:00+09:00') } },
      { kind: 'system', name: '試し' },
      { planId: DEMO_PLAN_ID, fiscalYear: 2025 },
    );
    tail = await backup(city, file);
  }, 180_000);
  afterAll(async () => {
    for (const database of databases) await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is one file that only its owner may read', async () => {
    expect(await readdir(folder)).toEqual(['kotae.backup']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(gunzipSync(await readFile(file)).includes(SECRET)).toBe(false);
  });

  it('makes the same city in an empty database', async () => {
    const database = await emptyDatabase();
    const restored = await database.as('kotae_owner');
    expect(await restore(restored, file)).toEqual(tail);

    const fingerprints = async (source: DataSource) => {
      const found: Record<string, string> = {};
      for (const name of Object.keys(tail.rows)) {
        const [row] = await source.query(
          `select count(*)::int as n, md5(string_agg(line, ',' order by line)) as sum from (select row_to_json(t)::text as line from "${name}" t) l`,
        );
        found[name] = `${row.n} ${row.sum}`;
      }
      return found;
    };
    expect(tail.rows['submission']).toBe(521);
    expect(await fingerprints(restored)).toEqual(await fingerprints(city));

    const [file0] = await restored.query('select content from attachment where byte_size = $1', [picture.length]);
    expect(Buffer.compare(file0.content, picture)).toBe(0);
    const [letter] = await restored.query('select body from submission where idempotency_key = $1', [CODE_KEY]);
    expect(letter.body).toBe(ODD_TEXT);
    for (const { name, problems } of await restored.transaction('REPEATABLE READ', runChecks)) {
      expect({ name, problems }).toEqual({ name, problems: [] });
    }

    const kept = await indicatorWork(restored).run(({ indicators }) => indicators.closing(DEMO_PLAN_ID, 2025));
    expect(kept?.canonical).toBe(closed.canonical);
    expect(closed.content.figures.some((figure) => figure.opinions.length > 100)).toBe(true);

    // As the portal: the same secret opens the same codes, and the next receipt number is a new one.
    const portal = await database.as('kotae_portal');
    const found = await new SubmissionLookUp(portal).find(hashReceiptCode(SECRET, makeReceiptCode(SECRET, CODE_KEY)));
    const [{ serial }] = await city.query(
      'select receipt_serial as serial from submission where idempotency_key = $1',
      [CODE_KEY],
    );
    expect(found).toMatchObject({ receiptSerial: serial });
    const [{ next }] = await restored.query(`select nextval('receipt_serial_2026')::int as next`);
    const [{ last }] = await restored.query(
      'select max(receipt_serial) as last from submission where fiscal_year = 2026',
    );
    expect(next).toBeGreaterThan(last);
    await restored.query(
      `insert into case_fact (submission_id, kind, at, actor_name) select id, 'seen', now(), '試し' from submission limit 1`,
    );
  }, 60_000);

  it('goes into nothing but an empty database', async () => {
    await expect(restore(city, file)).rejects.toThrow('空ではありません');
  });

  it('that is damaged, cut short or of another form changes nothing', async () => {
    const database = await emptyDatabase();
    const target = await database.as('kotae_owner');
    const changed = await copyWith('changed', (text) => text.replace('図書館', '体育館'));
    await expect(restore(target, changed)).rejects.toMatchObject({ advice: expect.stringContaining('SHA-256') });
    const short = await copyWith('short', (text) => text.slice(0, text.lastIndexOf('{"tail"')));
    await expect(restore(target, short)).rejects.toMatchObject({
      advice: expect.stringContaining('ends before its end'),
    });
    const older = await copyWith('older', (text) => text.replace(/,"[A-Za-z]+\d+"\]/, ']'));
    await expect(restore(target, older)).rejects.toThrow('形（移行）が違います');
    const [{ n }] = await target.query('select count(*)::int as n from submission');
    expect(n).toBe(0);
  }, 60_000);

  it('that cannot be written leaves no half file', async () => {
    await expect(backup(city, join(folder, 'missing', 'file'))).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).not.toContain('missing');
  });
});
