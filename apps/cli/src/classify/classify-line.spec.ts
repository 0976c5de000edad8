import { STANDARD_TOPICS, train, type TrainingOpinion } from '@kotae/classification';
import { classify, parseClassifyInput } from './classify-line';

const sample = (text: string, topic: string, opinionClass: TrainingOpinion['class']): TrainingOpinion => ({
  text,
  subject: null,
  channel: null,
  class: opinionClass,
  subtype: null,
  topic,
  decidedOn: null,
});

const model = train(
  [
    sample('道路に穴が開いていて危ないので直してください。', 'roads', 'complaint'),
    sample('道路の側溝がこわれています。', 'roads', 'complaint'),
    sample('図書館の開館時間を延ばしてほしい。', 'culture', 'operations_improvement'),
    sample('図書館を夜まで開けてください。', 'culture', 'operations_improvement'),
    sample('新しいバス路線を作ることを提案します。', 'transit', 'policy_proposal'),
    sample('バスの補助制度を新しく設けてください。', 'transit', 'policy_proposal'),
  ],
  { version: 'spec', trainedAt: '2026-01-01T00:00:00Z', topics: STANDARD_TOPICS },
);

describe('one line of classify', () => {
  it('labels the opinions it is given as they are', () => {
    const body = '図書館を夜まで開けてください。それから、道路に穴があります。';
    const opinions = [{ text: '道路に穴があります。' }, { text: '図書館を夜まで開けてください。' }];
    const output = classify(model, STANDARD_TOPICS, parseClassifyInput(JSON.stringify({ id: 'a', body, opinions })));
    expect(output.opinions.map(({ text }) => text)).toEqual(opinions.map(({ text }) => text));
    for (const opinion of output.opinions) {
      expect(opinion.topics).toHaveLength(3);
      expect(opinion.topics[0]).toBe(opinion.topic);
      expect(opinion.section).toBe(STANDARD_TOPICS.find(({ code }) => code === opinion.topic)!.sectionName);
      expect(opinion.classConfidence).toBeGreaterThan(0);
      expect(opinion.classConfidence).toBeLessThanOrEqual(1);
    }
  });

  it('takes an opinion that does not stand in the body', () => {
    const line = JSON.stringify({ id: 1, body: '本文', opinions: [{ text: '道路に穴が開いている' }] });
    const output = classify(model, STANDARD_TOPICS, parseClassifyInput(line));
    expect(output).toMatchObject({ id: 1, opinions: [{ text: '道路に穴が開いている' }] });
  });

  it('splits by itself without opinions, and finds urgency and personal information', () => {
    const body = '死にたいです。電話は 090-1234-5678 です。';
    const output = classify(model, STANDARD_TOPICS, parseClassifyInput(JSON.stringify({ id: 'u', body })));
    expect(output.opinions.length).toBeGreaterThan(0);
    expect(output.urgent).toBe('self_harm');
    expect(output.pii).toContainEqual({ text: '090-1234-5678', kind: 'phone' });
  });

  it('keeps the place of an opinion without a word, and says nothing of it', () => {
    const opinions = ['図書館を夜まで開けてください。', '', ' 　\n', '。。。', '道路に穴があります。'];
    const line = JSON.stringify({ id: 'e', body: '図書館を夜まで開けてください。', opinions });
    const output = classify(model, STANDARD_TOPICS, parseClassifyInput(line));
    expect(output.opinions.map(({ text }) => text)).toEqual(opinions);
    for (const opinion of output.opinions.slice(1, 4)) {
      expect(opinion).toMatchObject({ class: null, classConfidence: 0, topic: null, topics: [], section: null });
    }
    for (const place of [0, 4]) expect(output.opinions[place]!.classConfidence).toBeGreaterThan(0);
  });

  it.each([
    ['{"id": "a"', 'is not JSON'],
    ['[]', 'is not an object'],
    ['null', 'is not an object'],
    ['{"body": "x"}', 'has no id'],
    ['{"id": "a"}', 'has no body'],
    ['{"id": "a", "body": "x", "opinions": "foo"}', 'has opinions that are no list'],
    ['{"id": "a", "body": "x", "opinions": [{"class": "inquiry"}]}', 'has an opinion without text'],
  ])('refuses %s', (line, words) => expect(() => parseClassifyInput(line)).toThrow(words));
});
