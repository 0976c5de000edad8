import 'reflect-metadata';
import { newId } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { PgPublicationStore } from '../publication-store';
import { readMarkNumbers } from './mark-verdicts-reader';

const YEAR = { firstDay: '2026-01-01', lastDay: '2026-12-31' };

describe('what people make of the marks of personal information', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let desk: DataSource;
  const letter = newId();
  const [a, b, c] = [newId(), newId(), newId()];

  const publish = async (opinions: readonly string[], month: string, kept: number, state = 'withdrawn') => {
    const id = newId();
    const day = `2026-${month}-10`;
    await owner.query(
      `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, received_on,
         answered_on, published_on)
       values ($1, $2, $3, $4, '題', '声', '答', 'roads', 'roads', '2026-04-01', '2026-04-20', $5)`,
      [id, letter, opinions, state, state === 'draft' ? null : day],
    );
    const verdicts = kept === 0 ? [] : [{ kind: 'name' as const, kept, removed: 0, added: 0, rewritten: 0 }];
    if (state !== 'draft') await desk.transaction((tx) => new PgPublicationStore(tx).recordMarks(id, day, verdicts));
  };
  const kept = async () => (await readMarkNumbers(desk, YEAR)).map((row) => [row.month, row.kind, row.kept]);

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    desk = await database.as('kotae_desk');
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
         received_at, body, reply_wanted, publish_consent)
       values ($1, 2026, 1, '\\x01', 'one', '\\x00', 'web_opinion', 'web', '2026-04-01', now(), '本文', false, true)`,
      [letter],
    );
  });
  afterAll(() => database.drop());

  it('published again, the same marks count once: as in the newest text of the opinions', async () => {
    await publish([a], '05', 1);
    await publish([b], '05', 2);
    expect(await kept()).toEqual([['2026-05', 'name', 3]]);
    await publish([a], '06', 0, 'draft');
    expect(await kept()).toEqual([['2026-05', 'name', 3]]);
    await publish([a, c], '07', 5);
    expect(await kept()).toEqual([
      ['2026-05', 'name', 2],
      ['2026-07', 'name', 5],
    ]);
  });

  it('counts nothing of a text whose successor has no mark any more', async () => {
    await publish([a, c], '08', 0);
    expect(await kept()).toEqual([['2026-05', 'name', 2]]);
  });
});
