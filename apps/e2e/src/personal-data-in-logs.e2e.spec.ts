import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SubmissionDetail } from '@kotae/contracts';
import { waitFor } from '@kotae/testing';
import { startProcesses, type Desk, type Processes } from './processes';
import { letter, sendOnce } from './residents';

interface Letter {
  readonly body: string;
  readonly pii: readonly { readonly text: string }[];
}

const LETTERS: readonly Letter[] = readFileSync(resolve(import.meta.dirname, '../../../data/letters.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Letter)
  .filter(({ pii }) => pii.length > 0)
  .slice(0, 12);

/** Letters with names, telephone numbers and addresses go all the way, things go wrong on the way, and every log is read. */
describe('the logs of a whole run', () => {
  let product: Processes;
  let desk: Desk;
  const secrets: string[] = [];

  beforeAll(async () => {
    product = await startProcesses();
    desk = await product.signIn();
  }, 60_000);
  afterAll(() => product?.stop(), 30_000);

  const send = async (body: string, email: string) => {
    const answer = await sendOnce(product.portal.url, randomUUID(), letter(body, email));
    if (answer !== null) secrets.push(answer.receiptCode);
    return answer;
  };

  it('hold no letter, no address, no receipt code, no personal information', async () => {
    product.mail.behave('refuse');
    for (const [i, { body, pii }] of LETTERS.entries()) {
      const email = `watashi${i}@example.jp`;
      secrets.push(body, body.slice(0, 15), email, ...pii.map(({ text }) => text));
      expect(await send(body, email)).not.toBeNull();
    }
    await waitFor('refused mails', async () =>
      product
        .query<{ n: number }>(`select count(*)::int as n from delivery where last_error is not null`)
        .then(([row]) => row!.n >= LETTERS.length),
    );
    product.mail.behave('accept');

    // What makes PostgreSQL and the programs complain: half a character, codes in addresses, nonsense in ids.
    const broken = `壊れた文字の声です。連絡先は090-0000-1111です。\ud83d`;
    secrets.push('壊れた文字の声', '090-0000-1111');
    await send(broken, 'kowareta@example.jp').catch(() => null);
    secrets.push('kowareta@example.jp');
    const code = secrets.find((text) => /^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}$/.test(text))!;
    await fetch(`${product.portal.url}/api/v1/submissions/${code}`);
    await fetch(`${product.portal.url}/api/v1/submissions/${code}/feedback`, { method: 'POST', body: '{' });
    await product.query(`select $1::text::uuid`, [LETTERS[0]!.body]).catch(() => null);
    await product
      .query(`insert into submitter (submission_id, email) values (gen_random_uuid(), 'watashi0@example.jp')`)
      .catch(() => null);

    const rows = await product.query<{ id: string }>('select id from submission order by receipt_serial limit 12');
    for (const { id } of rows) {
      const seen = await desk.get<SubmissionDetail>(`/api/submissions/${id}`);
      const opinion = { start: 0, end: seen.body.length, class: 'complaint', topic: 'roads', sectionId: 'roads' };
      expect(await desk.post(`/api/submissions/${id}/triage`, { version: seen.version, opinions: [opinion] })).toBe(
        204,
      );
      await desk.post(`/api/submissions/${id}/triage`, { version: seen.version, opinions: [opinion] });
    }
    await product.endPostgres('SIGKILL');
    await send(LETTERS[0]!.body, 'watashi0@example.jp');
    await product.startPostgres();
    await product.portal.ready();

    const logs = product.logs();
    expect(logs).toContain('"program":"portal"');
    expect(logs).toContain('"program":"desk"');
    expect(logs).toContain('delivery failed, will be tried again');
    expect(logs).toContain('database system is ready to accept connections');
    const found = [...new Set(secrets)].filter(
      (text) => logs.includes(text) || logs.includes(JSON.stringify(text).slice(1, -1)),
    );
    expect(found).toEqual([]);
  }, 60_000);
});
