import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decideOpinions } from '@kotae/casework';
import {
  DEFAULT_TOPIC_KEYWORDS,
  STANDARD_TOPICS,
  assessModel,
  deserialiseModel,
  parseLabelledLetters,
  readSubmission,
  serialiseModel,
  train,
  trainModel,
  trainingOpinionsOf,
  type Suggestion,
  type Trainer,
} from '@kotae/classification';
import { newId, type Actor } from '@kotae/kernel';
import { receiveSubmission } from '@kotae/submission';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { caseStores } from '../casework/case-stores';
import { TopicBook } from '../city/topic-book';
import { PgSubmissionDoor } from '../submission-door';
import { PgUnitOfWork } from '../unit-of-work';
import { PgModelStore, readTopics } from './pg-model-store';
import { PgSuggestionStore } from './pg-suggestion-store';

const ROOT = resolve(import.meta.dirname, '../../../..');
const LETTERS = parseLabelledLetters(readFileSync(`${ROOT}/data/letters.jsonl`, 'utf8')).flatMap(trainingOpinionsOf);
const CLERK: Actor = { kind: 'staff', staffId: newId(), name: '広聴 係', role: 'desk', sectionId: null };
const PROGRAM: Actor = { kind: 'system', name: '応え' };
const trainer: Trainer = {
  train: async (samples, topics, version, trainedAt) => serialiseModel(train(samples, { version, trainedAt, topics })),
  assess: async (model, samples, topics) => assessModel(deserialiseModel(model), samples, topics),
};

/** What residents write of a marina, none of it twice. */
const MARINA = [
  ['ヨットの係留料', '値上げの理由を教えてください'],
  ['桟橋の板', 'ぬけていて足を取られました。直してください'],
  ['マリーナの給油所', '日曜も開けてほしいです'],
  ['プレジャーボートの係留', '場所を増やしてください'],
  ['ヨットハーバーの見学会', '子ども向けに開いてほしい'],
  ['桟橋の手すり', 'さびて手が切れました'],
  ['マリーナの駐車場', '係留していない人も使えるようにしてください'],
  ['ヨット教室', '大人の初心者の回をつくってください'],
  ['係留ロープ', '擦り切れたまま置かれています'],
  ['マリーナの更衣室', '夜は照明が暗すぎます'],
];

describe('topics that a city edits', () => {
  let database: TestDatabase;
  let source: DataSource;
  const clock = new FakeClock('2026-11-20T01:00:00Z');
  let sent = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await database.as('kotae_owner');
    await source.query(`insert into city (id, settings, updated_at) values (1, '{}', now())`);
    await source.query(`insert into section (id, name) values ('all', 'なんでも課')`);
    for (const { code, name } of STANDARD_TOPICS)
      await new TopicBook(source.manager).add({
        code,
        name,
        sectionId: 'all',
        keywords: DEFAULT_TOPIC_KEYWORDS[code] ?? [],
      });
    await new TopicBook(source.manager).add({
      code: 'marina',
      name: 'マリーナ',
      sectionId: 'all',
      keywords: ['係留', '桟橋', 'ヨット'],
    });
    await retrain();
  }, 60_000);
  afterAll(() => database.drop());

  const models = () => new PgModelStore(source);
  const retrain = async () => {
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    return trainModel({ models: models(), trainer, clock, topics: await readTopics(source), letters: LETTERS });
  };
  const receive = async (body: string): Promise<string> => {
    const { submissionId } = await receiveSubmission(
      {
        door: new PgSubmissionDoor(source),
        clock,
        city: { replyRule: { days: 14, unit: 'calendar' }, extraHolidays: [], districts: [] },
        secret: 'a secret of the test city, long enough',
        actor: { kind: 'resident' },
      },
      {
        kind: 'web_opinion',
        channel: 'web',
        receivedOn: '2026-11-20',
        subject: null,
        body,
        reply: { wanted: false, channel: null },
        submitter: null,
        district: null,
        ageBand: null,
        publishConsent: false,
        attachments: [],
        follows: null,
      },
      `letter-${(sent += 1)}`,
    );
    return submissionId;
  };
  /** What the worker proposes for it now. */
  const suggestion = async (submissionId: string) => {
    const stored = await models().inUse();
    const uow = new PgUnitOfWork(source, (tx) => ({ suggestions: new PgSuggestionStore(tx) }));
    const model = deserialiseModel(await models().content(stored!.version));
    await readSubmission({ uow, clock, model, topics: await readTopics(source), actor: PROGRAM }, submissionId);
    const [row]: { content: Suggestion }[] = await source.query(
      'select content from suggestion where submission_id = $1',
      [submissionId],
    );
    return row!.content.opinions[0]!.topic;
  };
  const decide = async (body: string) => {
    const submissionId = await receive(body);
    const opinion = { start: 0, end: body.length, class: 'complaint', topic: 'marina', sectionId: 'all' } as const;
    const uow = new PgUnitOfWork(source, caseStores);
    await decideOpinions({ uow, clock, actor: CLERK }, { submissionId, version: 1, opinions: [opinion] });
    return submissionId;
  };
  const QUESTION = 'ヨットの係留場所について、桟橋がいつも満杯でこまっています。';

  it('a new one is found by its words and its name, and claims next to nothing', async () => {
    const found = await suggestion(await receive('マリーナの係留料が高すぎます。'));
    expect(found).toMatchObject({ code: 'marina', fewExamples: true });
    expect(found.confidence).toBeLessThan(0.1);
    expect(found.reasons.join()).toContain('係留');
  });

  it('with twenty decisions and a re-training it is known, and says so', async () => {
    for (const [what, wish] of MARINA) {
      await decide(`${what}について。${wish}。`);
      await decide(`${wish}。${what}のことです。`);
    }
    const before = await suggestion(await receive(QUESTION));
    expect(before).toMatchObject({ code: 'marina', fewExamples: true });
    expect(before.confidence).toBeLessThan(0.1);
    const { active } = await retrain();
    expect(active).toBe(true);
    const after = await suggestion(await receive(QUESTION));
    expect(after).toMatchObject({ code: 'marina', fewExamples: false });
    expect(after.confidence).toBeGreaterThan(0.5);
  }, 60_000);

  it('renamed it keeps what was learnt and counted', async () => {
    const [listed] = (await new TopicBook(source.manager).list()).filter(({ code }) => code === 'marina');
    expect(listed?.decisions).toBe(20);
    const before = await suggestion(await receive(QUESTION));
    await new TopicBook(source.manager).change({ ...listed!, name: '港のレジャー' });
    expect(await suggestion(await receive(QUESTION))).toMatchObject({ code: 'marina', fewExamples: false });
    expect(before.code).toBe('marina');
    const after = (await new TopicBook(source.manager).list()).find(({ code }) => code === 'marina');
    expect(after).toMatchObject({ name: '港のレジャー', decisions: 20 });
  });

  it('ended it is never proposed, whatever the model knows, also not by the next model', async () => {
    const topic = (await new TopicBook(source.manager).open('marina'))!;
    await new TopicBook(source.manager).change({ ...topic, active: false });
    const codes = ({ code, alternatives }: Suggestion['opinions'][0]['topic']) => [
      code,
      ...alternatives.map((a) => a.code),
    ];
    expect(codes(await suggestion(await receive(QUESTION)))).not.toContain('marina');
    await retrain();
    expect(codes(await suggestion(await receive(QUESTION)))).not.toContain('marina');
  }, 60_000);
});
