import {
  assessModel,
  deserialiseModel,
  evaluate,
  serialiseModel,
  STANDARD_TOPICS,
  train,
  type TrainingOpinion,
} from './index';
import { viewOf } from './opinion-view';
import { rankClasses } from './predict';

const options = { version: 'v1', trainedAt: '2026-11-01T00:00:00.000Z', topics: STANDARD_TOPICS };

function opinion(text: string, over: Partial<TrainingOpinion> = {}): TrainingOpinion {
  return {
    text,
    subject: null,
    channel: null,
    class: 'complaint',
    subtype: null,
    topic: 'roads',
    decidedOn: null,
    ...over,
  };
}

/** Made-up opinions of two easy kinds, each text different. */
function easy(count: number): TrainingOpinion[] {
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? opinion(`${i}番地の側溝がこわれています。直してください。`)
      : opinion(`図書館は${i}日に開きますか。`, { class: 'inquiry', topic: 'culture' }),
  );
}

describe('train', () => {
  it('refuses to learn from nothing', () => {
    expect(() => train([], options)).toThrow(RangeError);
  });

  it('learns from a single opinion and claims little', () => {
    const model = train([opinion('道に穴があいています。')], options);
    const one = assessModel(model, [opinion('道に穴があいています。')], STANDARD_TOPICS);
    expect(model.trainedOn).toBe(1);
    expect(one.classCalibration[0]!.said).toBeLessThan(0.6);
  });

  it('keeps topics that only older decisions know, and does not suggest them', () => {
    const model = train([...easy(20), opinion('古い分野の話です。', { topic: 'old_topic' })], options);
    expect(model.topics.labels).toContain('old_topic');
    expect(assessModel(model, [opinion('古い分野の話です。')], STANDARD_TOPICS).topicConfusion.labels).not.toContain(
      'old_topic',
    );
  });

  it('lets a heavier opinion count for more', () => {
    const text = '川辺の件です。よろしく。';
    const disputed = (weight: number): TrainingOpinion[] => [
      ...easy(20),
      opinion(text, { class: 'appreciation', weight }),
      opinion(text, { class: 'policy_proposal', weight: 1 }),
    ];
    const view = viewOf({ text, subject: null, channel: null });
    const praise = (weight: number): number =>
      rankClasses(train(disputed(weight), options), view).ranked.find((one) => one.code === 'appreciation')!.confidence;
    expect(praise(5)).toBeGreaterThan(praise(0.05) * 1.3);
  });
});

describe('evaluate', () => {
  it('judges every opinion once, by a model that has not seen it', () => {
    const report = evaluate(easy(60), { topics: STANDARD_TOPICS, groupOf: (sample) => sample.text });
    expect(report.opinions).toBe(60);
    expect(report.classAccuracy).toBe(1);
    expect(report.topicTop1).toBe(1);
    expect(report.perClass.find((one) => one.code === 'inquiry')).toMatchObject({ count: 30, f1: 1 });
    expect(report.classConfusion.table.flat().reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(report.classCalibration.reduce((sum, bin) => sum + bin.count, 0)).toBe(60);
  });

  it('does not learn labels from the group that is held out', () => {
    // One campaign, labelled as nothing else is: judged fairly it cannot be guessed.
    const campaign = Array.from({ length: 10 }, (_, i) =>
      opinion(`水泳場の再開を求める署名に賛同します。その${i}`, { class: 'policy_proposal', topic: 'sports' }),
    );
    const report = evaluate([...easy(40), ...campaign], { topics: STANDARD_TOPICS });
    expect(report.perClass.find((one) => one.code === 'policy_proposal')!.recall).toBe(0);
  });

  it('learns from training-only opinions and does not judge them', () => {
    const report = evaluate(easy(10), {
      topics: STANDARD_TOPICS,
      trainingOnly: easy(40).map((o) => ({ ...o, text: `また${o.text}` })),
    });
    expect(report.opinions).toBe(10);
    expect(report.classAccuracy).toBe(1);
  });
});

describe('stored models', () => {
  it('are refused when they are something else or cut short', () => {
    const bytes = serialiseModel(train(easy(20), options));
    expect(() => deserialiseModel(Buffer.from('hello, world'))).toThrow(RangeError);
    expect(() => deserialiseModel(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => deserialiseModel(new Uint8Array(0))).toThrow(RangeError);
  });

  it('keep what they are called and when and on how much they were trained', () => {
    const { version, trainedAt, trainedOn } = deserialiseModel(serialiseModel(train(easy(20), options)));
    expect({ version, trainedAt, trainedOn }).toEqual({
      version: 'v1',
      trainedAt: '2026-11-01T00:00:00.000Z',
      trainedOn: 20,
    });
  });
});

describe('opinions written for practice', () => {
  // The real ones are half wrongly labelled, so nobody can be sure of them; the practice ones are easy.
  const real = Array.from({ length: 320 }, (_, i) =>
    opinion(`${i}丁目の窓口の受付は何時までですか。番号${i}`, {
      class: i % 2 === 0 ? 'inquiry' : 'complaint',
      topic: 'counter',
    }),
  );
  const practice = easy(320).map((one, i) => ({ ...one, text: `${one.text}その${i}`, practice: true }));

  it('are learnt from, but the confidence is fitted on what residents sent', () => {
    const easyOne = easy(2)[0]!;
    const suggested = (samples: readonly TrainingOpinion[]) =>
      rankClasses(train(samples, options), viewOf(easyOne)).ranked[0]!;
    const asPractice = suggested([...real, ...practice]);
    const asReal = suggested([...real, ...practice.map((one) => ({ ...one, practice: false }))]);
    expect([asPractice.code, asReal.code]).toEqual([easyOne.class, easyOne.class]);
    expect(asReal.confidence).toBeGreaterThan(0.9);
    expect(asPractice.confidence).toBeLessThan(0.9);
  });
});
