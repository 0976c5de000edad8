import 'reflect-metadata';
import { bigramIds } from '@kotae/japanese';
import { addDays, newId } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { PublicAnswerReader } from './public-answers';

describe('what the public reads', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let reader: PublicAnswerReader;
  let serial = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    reader = new PublicAnswerReader(await database.as('kotae_portal'));
    await owner.query(`insert into section (id, name) values ('culture', '生涯学習課'), ('roads', '道路課')`);
    await owner.query(
      `insert into topic (code, name, section_id) values ('culture', '生涯学習・文化・図書館', 'culture'), ('roads', '道路', 'roads')`,
    );
  });
  afterAll(() => database.drop());

  async function published(
    title: string,
    question: string,
    answer: string,
    place: { topic?: string; on?: string; state?: string } = {},
  ): Promise<string> {
    const id = newId();
    const submissionId = newId();
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel,
         received_on, received_at, body, reply_wanted, publish_consent)
       values ($1::uuid, 2026, $2, uuid_send($1::uuid), $1::text, '\\x00', 'web_opinion', 'web', '2026-04-01', now(), '秘密の本文', false, true)`,
      [submissionId, ++serial],
    );
    await owner.query(
      `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, received_on,
         answered_on, published_on, grams)
       values ($1, $2, '{}', $3, $4, $5, $6, $7, $7, '2026-04-01', '2026-04-10', $8, $9)`,
      [
        id,
        submissionId,
        place.state ?? 'published',
        title,
        question,
        answer,
        place.topic ?? 'culture',
        place.on ?? '2026-05-01',
        bigramIds([title, question, answer].join('\n')),
      ],
    );
    return id;
  }

  it('pages through everything published, newest first, each once, and nothing else', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 11; i++)
      ids.push(
        await published(`頁${i}`, '本文', '回答', { topic: 'roads', on: addDays('2026-05-01', Math.floor(i / 3)) }),
      );
    await published('下書き', '本文', '回答', { topic: 'roads', state: 'draft' });
    await published('取り下げ', '本文', '回答', { topic: 'roads', state: 'withdrawn' });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<PublicAnswerReader['page']>> = await reader.page({
        query: '',
        topic: 'roads',
        after,
        limit: 4,
      });
      expect(page.items.length).toBeLessThanOrEqual(4);
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(found).toHaveLength(11);
    expect([...found].sort()).toEqual([...ids].sort());
    expect(found[0]).toBe(ids[10]);
    expect(await reader.newest(2)).toHaveLength(2);
  });

  it('answers one by id with the names of topic and section, and nothing for a draft or a wrong id', async () => {
    const id = await published('図書館の開館時間', '夜も開けてほしい。', '試行します。');
    expect(await reader.one(id)).toEqual({
      outcomeOn: null,
      id,
      title: '図書館の開館時間',
      question: '夜も開けてほしい。',
      answer: '試行します。',
      topic: 'culture',
      topicName: '生涯学習・文化・図書館',
      sectionName: '生涯学習課',
      outcome: null,
      receivedOn: '2026-04-01',
      answeredOn: '2026-04-10',
      publishedOn: '2026-05-01',
    });
    expect(await reader.one(await published('下書き', '本文', '回答', { state: 'draft' }))).toBeNull();
    expect(await reader.one('../etc')).toBeNull();
    expect(await reader.one(newId())).toBeNull();
  });

  it('finds words whatever their width and kana, all of them, also rare and short ones', async () => {
    const id = await published('ﾊﾞｽの増便', '駅前ﾛｰﾀﾘｰのＡＢＣ停留所に、朝の便を足して。', '検討します。');
    await published('朝の会', 'バスケットの台', '足す予定はありません。');
    const search = async (query: string) =>
      (await reader.page({ query, topic: '', after: null, limit: 20 })).items.map((answer) => answer.id);
    for (const query of ['バス 増便', 'ばす　増便', 'ロータリー', 'abc停留所', '便', '朝の便を足して'])
      expect({ query, found: await search(query) }).toEqual({ query, found: [id] });
    expect(await search('バス')).toHaveLength(2);
    // Holds the grams 「駅前」「前ロ」… of both words but not this word.
    expect(await search('増便駅前')).toEqual([]);
    expect(await search('%')).toEqual([]);
    expect((await reader.page({ query: 'バス', topic: 'roads', after: null, limit: 20 })).items).toEqual([]);
  });

  it('pages through a search without losing or repeating one', async () => {
    for (let i = 0; i < 7; i++)
      await published(`分館の本棚${i}`, '本棚を増やして', '増やします。', { on: '2026-07-01' });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<PublicAnswerReader['page']>> = await reader.page({
        query: '本棚',
        topic: '',
        after,
        limit: 3,
      });
      found.push(...page.items.map(({ title }) => title));
      after = page.next;
    } while (after !== null);
    expect(found.sort()).toEqual(Array.from({ length: 7 }, (_, i) => `分館の本棚${i}`));
  });

  it('refuses a place that it did not write', async () => {
    for (const after of ['x', Buffer.from('["2026-13-01","y"]').toString('base64url')])
      await expect(reader.page({ query: '', topic: '', after, limit: 3 })).rejects.toMatchObject({
        code: 'invalid_input',
      });
  });

  it('names the answers most like a text, by rare words, and none for a text that shares nothing', async () => {
    const id = await published(
      '市民プールの水温',
      '市民プールの水温が低く、子どもが震えています。',
      '水温を上げます。',
    );
    await published('市民会館の椅子', '市民会館の椅子が古い。', '取り替えます。');
    const similar = await reader.similar('プールの水温をもう少し上げてもらえませんか。市民の願いです。', 5);
    expect(similar[0]).toEqual({ id, title: '市民プールの水温' });
    expect(await reader.similar('どうかよろしくおねがいします。', 5)).toEqual([]);
    expect(await reader.similar('宇宙望遠鏡観測計画', 5)).toEqual([]);
    expect((await reader.similar('本棚 分館 増便 市民 水温 会館', 99)).length).toBeLessThanOrEqual(5);
  });
});
