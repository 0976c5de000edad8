import { STANDARD_TOPICS, evaluateWithVoice, train, type TrainingOpinion, type VoiceOf } from './index';

const KINDS = [
  { say: (i: number) => `${i}番地の側溝がこわれています。`, class: 'complaint', topic: 'roads' },
  { say: (i: number) => `図書館は${i}日に開いていますか。`, class: 'inquiry', topic: 'culture' },
  { say: (i: number) => `公園に${i}つ目のあずまやをつくってください。`, class: 'policy_proposal', topic: 'parks' },
] as const;
/** Every fifth opinion says one thing and means another, so that the own model cannot know. */
const opinions = (from: number, to: number): TrainingOpinion[] =>
  Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    const meant = KINDS[i % 3]!;
    const text = (i % 5 === 0 ? KINDS[(i + 1) % 3]! : meant).say(i);
    const { class: class_, topic } = meant;
    return { text, subject: null, channel: null, class: class_, subtype: null, topic, decidedOn: null, context: text };
  });
const GIVEN = opinions(0, 240);
const UNSEEN = opinions(240, 330);
const MODEL = train(GIVEN, { version: 'v1', trainedAt: '', topics: STANDARD_TOPICS });
const evaluated = (voiceOf: VoiceOf) =>
  evaluateWithVoice(MODEL, UNSEEN, GIVEN, voiceOf, {
    topics: STANDARD_TOPICS,
    folds: 2,
    groupOf: (sample) => sample.text,
  });

describe('the figures with a second voice', () => {
  it('show one that knows, alone and together with the model', () => {
    const { own, voice, fixed, learnt, weights } = evaluated((sample) => ({
      class: { code: sample.class, sure: 'sure' },
      topic: { code: sample.topic, sure: 'sure' },
    }));
    expect(own.classAccuracy).toBeLessThan(0.9);
    expect(voice).toMatchObject({ opinions: 90, classAccuracy: 1, topicTop1: 1 });
    expect(fixed.classAccuracy).toBeGreaterThanOrEqual(own.classAccuracy);
    expect(learnt.classAccuracy).toBeGreaterThan(own.classAccuracy);
    expect(weights.class).toMatchObject({ learntFrom: 240, proven: true });
  });

  it('are those of the own model where it never answers', () => {
    const { own, voice, fixed, learnt } = evaluated(() => null);
    expect(voice).toMatchObject({ opinions: 90, classAccuracy: 0, topicTop1: 0 });
    expect(fixed).toEqual(own);
    expect(learnt).toEqual(own);
  });
});
