import {
  FIXED_VOICE_WEIGHTS,
  STANDARD_TOPICS,
  heardBefore,
  suggest,
  train,
  type HeardVoice,
  type TrainingOpinion,
  type VoiceWeights,
} from './index';

function opinion(text: string, labels: Pick<TrainingOpinion, 'class' | 'topic' | 'subtype'>): TrainingOpinion {
  return { text, subject: null, channel: null, decidedOn: null, context: text, ...labels };
}
const MODEL = train(
  Array.from({ length: 30 }, (_, i) => [
    opinion(`${i}番地の側溝がこわれています。直してください。`, { class: 'complaint', subtype: null, topic: 'roads' }),
    opinion(`図書館の${i}階の案内を分かりやすくしてください。`, {
      class: 'operations_improvement',
      subtype: 'proposal_led',
      topic: 'culture',
    }),
  ]).flat(),
  { version: 'v1', trainedAt: '', topics: STANDARD_TOPICS },
);
const BODY = '駅前の側溝がこわれています。直してください。';
const TRUSTED: VoiceWeights = {
  class: { own: 1, boosts: { sure: 9, likely: 5, unsure: 0 }, learntFrom: 400, proven: true },
  topic: { own: 1, boosts: { sure: 9, likely: 5, unsure: 0 }, learntFrom: 400, proven: true },
};
const OTHER = {
  class: { code: 'operations_improvement', sure: 'sure' },
  topic: { code: 'culture', sure: 'sure' },
} as const;
const read = (heard: HeardVoice | null) =>
  suggest(MODEL, STANDARD_TOPICS, { subject: null, body: BODY, channel: null, heard });
const [{ start, end }] = [read(null).opinions[0]!];

describe('a suggestion with a second voice', () => {
  it('is the own one when nothing was heard, with no word of a voice', () => {
    const alone = read(null);
    expect(alone.opinions[0]).toMatchObject({ class: { code: 'complaint' }, topic: { code: 'roads' } });
    expect(alone).toEqual(suggest(MODEL, STANDARD_TOPICS, { subject: null, body: BODY, channel: null }));
    expect(JSON.stringify(alone)).not.toContain('secondVoice');
  });

  it('follows a voice that has proven itself, with sub-type, section and reasons of the new labels', () => {
    const alone = read(null).opinions[0]!;
    const heard = read({ name: 'llm', weights: TRUSTED, opinions: [{ start, end, ...OTHER }] });
    expect(heard.secondVoice).toEqual({ name: 'llm', missing: null, learntFrom: 400 });
    expect(heard.opinions[0]).toMatchObject({
      class: { code: 'operations_improvement' },
      subtype: 'proposal_led',
      topic: { code: 'culture' },
      section: { id: '生涯学習課', name: '生涯学習課' },
      secondVoice: {
        ...OTHER,
        own: { classes: [{ code: 'complaint', confidence: alone.class.confidence }, {}, {}, {}, {}, {}] },
      },
    });
    expect(heard.opinions[0]!.topic.alternatives[0]!.code).toBe('roads');
    expect(heard.opinions[0]!.secondVoice!.own.topics[0]).toEqual({
      code: 'roads',
      confidence: alone.topic.confidence,
    });
  });

  it('does not listen to what was said of other words', () => {
    const alone = read(null).opinions;
    const heard = read({ name: 'llm', weights: TRUSTED, opinions: [{ start, end: end + 1, ...OTHER }] });
    expect(heard.opinions).toEqual(alone);
  });

  it('can be weighed again, when the same voice was heard', () => {
    const first = read({ name: 'llm', weights: TRUSTED, opinions: [{ start, end, ...OTHER }] });
    expect(heardBefore(first, { name: 'llm' }, FIXED_VOICE_WEIGHTS)).toEqual({
      name: 'llm',
      weights: FIXED_VOICE_WEIGHTS,
      opinions: [{ start, end, ...OTHER }],
    });
    expect(heardBefore(first, { name: 'another' }, TRUSTED)).toBeNull();
    expect(heardBefore(read(null), { name: 'llm' }, TRUSTED)).toBeNull();
    expect(heardBefore(null, { name: 'llm' }, TRUSTED)).toBeNull();
    const missing = { ...first, secondVoice: { name: 'llm', missing: 'timeout', learntFrom: 0 } };
    expect(heardBefore(missing, { name: 'llm' }, TRUSTED)).toBeNull();
  });
});
