import { modelChanges, type LabelNames } from './change-words';
import { summarise, type Judged } from './evaluate';
import { STANDARD_TOPICS } from './standard-topics';
import type { OpinionClass } from '@kotae/kernel';

const names: LabelNames = {
  classes: { complaint: '苦情', operations_improvement: '事務改善要望', inquiry: 'お問合せ' },
  topics: { roads: '道路・側溝・街路灯', parks: '公園・緑化' },
};

/** Decisions of one class and topic, with what a model had proposed for each. */
function judged(decided: OpinionClass, topic: string, proposed: readonly (readonly [string, string])[]): Judged[] {
  return proposed.map(([code, topicCode], i) => ({
    decided: {
      text: `${decided}${topic}${i}`,
      subject: null,
      channel: null,
      class: decided,
      subtype: null,
      topic,
      decidedOn: null,
    },
    classes: [{ code, confidence: 0.9 }],
    topics: [{ code: topicCode, confidence: 0.9 }],
    subtype: null,
  }));
}
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const evaluation = (...parts: Judged[][]) => summarise(parts.flat(), STANDARD_TOPICS);

describe('what a new model changed, in words', () => {
  const before = evaluation(
    judged('complaint', 'roads', [
      ...times(8, ['complaint', 'roads'] as const),
      ...times(3, ['operations_improvement', 'roads'] as const),
      ['inquiry', 'parks'],
    ]),
    judged('inquiry', 'parks', times(4, ['inquiry', 'parks'] as const)),
  );
  const after = evaluation(
    judged('complaint', 'roads', [
      ...times(10, ['complaint', 'roads'] as const),
      ...times(1, ['operations_improvement', 'parks'] as const),
      ['inquiry', 'parks'],
    ]),
    judged('inquiry', 'parks', times(4, ['inquiry', 'parks'] as const)),
  );

  it('tells per class how many are right now, and with what it is mixed up less', () => {
    const [complaint, inquiry] = modelChanges(before, after, names);
    expect(complaint).toEqual({
      kind: 'class',
      code: 'complaint',
      count: 12,
      before: 8,
      after: 10,
      words: '苦情：12件のうち、正解が8件から10件に増えました。事務改善要望との取り違えが3件から1件に減りました。',
    });
    expect(inquiry).toMatchObject({
      code: 'inquiry',
      words: 'お問合せ：4件中4件正解で、変わりません。4件だけなので目安です。',
    });
  });

  it('tells what became worse just as plainly', () => {
    expect(modelChanges(after, before, names)[0]!.words).toBe(
      '苦情：12件のうち、正解が10件から8件に減りました。事務改善要望との取り違えが1件から3件に増えました。',
    );
  });

  it('names only topics that changed, by the city’s names', () => {
    const topics = modelChanges(before, after, names).filter(({ kind }) => kind === 'topic');
    expect(topics.map(({ code, words }) => [code, words])).toEqual([
      [
        'roads',
        '道路・側溝・街路灯：12件のうち、正解が11件から10件に減りました。公園・緑化との取り違えが1件から2件に増えました。',
      ],
    ]);
  });

  it('leaves out what did not occur, and takes the code where the city has no name', () => {
    const changes = modelChanges(before, after, { classes: {}, topics: {} });
    expect(changes.map(({ code }) => code)).toEqual(['complaint', 'inquiry', 'roads']);
    expect(changes[0]!.words).toContain('complaint：');
  });

  it('has nothing to say about no decisions', () => {
    expect(modelChanges(evaluation(), evaluation(), names)).toEqual([]);
  });
});
