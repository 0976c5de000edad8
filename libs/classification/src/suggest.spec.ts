import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LINEAR, growthOf } from './growth.testing';
import {
  deserialiseModel,
  parseLabelledLetters,
  serialiseModel,
  STANDARD_TOPICS,
  suggest,
  train,
  trainingOpinionsOf,
  type Model,
  type Topic,
} from './index';

const letters = parseLabelledLetters(readFileSync(join(import.meta.dirname, '../../../data/letters.jsonl'), 'utf8'));
const options = { version: 'spec', trainedAt: '2026-11-01T00:00:00.000Z', topics: STANDARD_TOPICS };

let model: Model;
beforeAll(() => {
  model = train(letters.flatMap(trainingOpinionsOf), options);
});

const read = (body: string, topics: readonly Topic[] = STANDARD_TOPICS) =>
  suggest(model, topics, { subject: null, body, channel: 'web' });
const only = (text: string, topics: readonly Topic[] = STANDARD_TOPICS) =>
  suggest(model, topics, {
    subject: null,
    body: text,
    channel: 'web',
    opinions: [{ text, start: 0, end: text.length }],
  }).opinions[0]!;

describe('what is asked for decides', () => {
  // Written for this test; none of them is in the labelled letters.
  it.each([
    ['うちの前の側溝のふたが割れて、つまずきます。早く直してください。', 'complaint', 'roads'],
    [
      '市税の納付書の文字が小さいので、来年から大きな文字で印刷するようにしてください。',
      'operations_improvement',
      'tax',
    ],
    ['介護をしている家族に月一万円を支給する制度を新しくつくってください。', 'policy_proposal', 'elderly'],
    ['粗大ごみの申込みは何曜日までにすればよいですか。', 'inquiry', 'waste'],
    ['図書館の職員の方にとても親切にしていただきました。ありがとうございました。', 'appreciation', 'culture'],
  ])('%s', (text, expectedClass, expectedTopic) => {
    const opinion = only(text);
    expect(opinion.class.code).toBe(expectedClass);
    expect([opinion.topic, ...opinion.topic.alternatives].map((topic) => topic.code)).toContain(expectedTopic);
  });

  it('gives a subtype to operations_improvement only', () => {
    const asked = only('市税の納付書の文字が小さいので、来年から大きな文字で印刷するようにしてください。');
    expect(['complaint_led', 'proposal_led']).toContain(asked.subtype);
    expect(only('粗大ごみの申込みは何曜日までにすればよいですか。').subtype).toBeNull();
  });

  it('explains itself with words of the text', () => {
    const text = '丘の上公園のブランコの鎖が切れています。早く直してください。';
    const { class: suggested, topic } = only(text);
    for (const reasons of [suggested.reasons, topic.reasons]) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.length).toBeLessThanOrEqual(5);
      for (const reason of reasons) expect(text).toContain(reason);
    }
    expect(topic.reasons.join('')).toMatch(/公園|ブランコ/);
  });
});

describe('the same question has the same answer', () => {
  it('for the same text, from a model stored and read back, and from one trained again', () => {
    const stored = deserialiseModel(serialiseModel(model));
    const again = train(letters.flatMap(trainingOpinionsOf), options);
    expect(serialiseModel(again).equals(serialiseModel(model))).toBe(true);
    for (const letter of letters.slice(0, 60)) {
      const input = { subject: letter.subject, body: letter.body, channel: null };
      const first = suggest(model, STANDARD_TOPICS, input);
      expect(suggest(model, STANDARD_TOPICS, input)).toEqual(first);
      expect(suggest(stored, STANDARD_TOPICS, input)).toEqual(first);
    }
  });

  it('nearly always with a greeting before it', () => {
    const texts = letters.slice(0, 200).map((letter) => letter.opinions[0]!.text);
    const greeting = 'いつもお世話になっております。';
    const same = (change: (text: string) => string) =>
      texts.filter((text) => {
        const before = only(text);
        const after = only(change(text));
        return before.class.code === after.class.code && before.topic.code === after.topic.code;
      }).length / texts.length;
    expect(same((text) => greeting + text)).toBeGreaterThanOrEqual(0.95);
  });

  it('whatever the order in which given opinions are handed over', () => {
    const letter = letters.find((one) => one.opinions.length >= 3)!;
    const opinions = letter.opinions.map(({ text }) => {
      const start = letter.body.indexOf(text);
      return { text, start, end: start + text.length };
    });
    const input = { subject: letter.subject, body: letter.body, channel: null };
    const forward = suggest(model, STANDARD_TOPICS, { ...input, opinions }).opinions;
    const backward = suggest(model, STANDARD_TOPICS, { ...input, opinions: [...opinions].reverse() }).opinions;
    expect([...backward].reverse()).toEqual(forward);
  });

  it('in full width and half width', () => {
    const a = only('ﾊﾞｽの時刻表が見えません。大きくして下さい。Ｗｅｂにも載せてください。');
    const b = only('バスの時刻表が見えません。大きくして下さい。Webにも載せてください。');
    expect([a.class.code, a.class.confidence, a.topic.code]).toEqual([b.class.code, b.class.confidence, b.topic.code]);
  });
});

describe('any text is read', () => {
  it('nothing has no opinion', () => {
    expect(read('').opinions).toEqual([]);
    expect(read(' \n　').opinions).toEqual([]);
  });

  it.each([
    ['symbols', '！？…※★☆'],
    ['emoji', '😭😭😭🙏'],
    ['a rare character', '𠮷'],
    ['half a surrogate pair', '\ud842'],
  ])('%s: says little, and says so', (_, text) => {
    const opinion = only(text);
    expect(opinion.class.confidence).toBeLessThan(0.6);
    expect(opinion.topic.confidence).toBeLessThan(0.3);
  });

  it('another language: is less sure than in Japanese', () => {
    const english = only('The kerb outside my house was damaged last Thursday and nobody has come.');
    expect(english.topic.confidence).toBeLessThan(0.5);
  });

  it('100,000 characters in linear time', () => {
    expect(growthOf(read, '道路に穴があいています。早く直してください。', 100_000)).toBeLessThan(LINEAR);
  });

  it('anything at all, with confidences between 0 and 1 that do not exceed 1 together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const opinion of [only(text), ...read(text).opinions]) {
          for (const best of [opinion.class, opinion.topic]) {
            const all = [best.confidence, ...best.alternatives.map((other) => other.confidence)];
            for (const confidence of all) expect(confidence).toBeGreaterThanOrEqual(0);
            expect(all.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1.002);
          }
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe('a city edits its topics', () => {
  const text = 'ドローン配送の実験をうちの地区でも始めてください。ドローンで薬が届くと助かります。';
  const drone: Topic = {
    code: 'drone',
    name: '空の利用',
    sectionId: 's-drone',
    sectionName: '未来課',
    keywords: ['ドローン', 'ドローン配送', '空飛ぶクルマ'],
  };

  it('a new topic is found by its keywords, with little confidence', () => {
    const { topic } = only(text, [...STANDARD_TOPICS, drone]);
    const found = [topic, ...topic.alternatives].find((one) => one.code === 'drone');
    expect(found).toBeDefined();
    expect(found!.confidence).toBeLessThan(0.3);
  });

  it('a topic given up is suggested no more, and a renamed section is used at once', () => {
    const fewer = STANDARD_TOPICS.filter((topic) => topic.code !== 'parks').map((topic) => ({
      ...topic,
      sectionName: `新${topic.sectionName}`,
    }));
    const opinion = only('公園のブランコを直してください。', fewer);
    expect([opinion.topic, ...opinion.topic.alternatives].map((topic) => topic.code)).not.toContain('parks');
    expect(opinion.section!.name).toMatch(/^新/);
  });

  it('no topics at all: no topic, no section', () => {
    const opinion = only(text, []);
    expect(opinion.topic.code).toBe('');
    expect(opinion.topic.confidence).toBe(0);
    expect(opinion.section).toBeNull();
  });
});

describe('size', () => {
  it('stores a model in less than 20 MB without any resident’s words', () => {
    const bytes = serialiseModel(model);
    expect(bytes.length).toBeLessThan(20_000_000);
    expect(bytes.includes(Buffer.from('側溝', 'utf8'))).toBe(false);
  });
});
