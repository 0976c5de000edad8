import { judgeSuggestion, type DecidedOpinion } from './judge-suggestion';

type Proposed = Parameters<typeof judgeSuggestion>[0][number];

function proposed(start: number, end: number, topics = ['roads', 'safety', 'parks', 'waste']): Proposed {
  const [first, ...others] = topics.map((code, i) => ({ code, confidence: 0.8 / (i + 1) }));
  return {
    start,
    end,
    class: { code: 'complaint', confidence: 0.9, reasons: [], alternatives: [] },
    topic: { ...first!, reasons: [], alternatives: others },
    section: { id: 'roads', name: '道路課' },
  };
}

function decided(id: string, start: number, end: number, topic = 'roads'): DecidedOpinion {
  return { id, start, end, class: 'complaint', topic, sectionId: 'roads' };
}

const partners = (p: readonly Proposed[], d: readonly DecidedOpinion[]) =>
  judgeSuggestion(p, d).map((verdict) => verdict.proposed !== null);

describe('judgeSuggestion', () => {
  it('puts the same words side by side, with what had been proposed', () => {
    expect(judgeSuggestion([proposed(0, 20)], [decided('a', 0, 20)])).toEqual([
      {
        decided: decided('a', 0, 20),
        proposed: {
          class: 'complaint',
          classConfidence: 0.9,
          topic: { code: 'roads', confidence: 0.8 },
          topicPlace: 1,
          sectionId: 'roads',
          voice: null,
        },
      },
    ]);
  });

  it('keeps the votes of two voices only where both have spoken', () => {
    const own = { classes: [{ code: 'inquiry', confidence: 0.5 }], topics: [{ code: 'parks', confidence: 0.4 }] };
    const heard = (said: { class?: 'complaint'; topic?: string }) => ({
      ...proposed(0, 9),
      secondVoice: {
        class: said.class ? { code: said.class, sure: 'sure' as const } : null,
        topic: said.topic ? { code: said.topic, sure: 'sure' as const } : null,
        own,
      },
    });
    const votes = (p: Proposed) => judgeSuggestion([p], [decided('a', 0, 9)])[0]!.proposed!.voice;
    expect(votes(heard({ class: 'complaint', topic: 'roads' }))).toEqual({
      class: { own: 'inquiry', second: 'complaint' },
      topic: { own: 'parks', second: 'roads' },
    });
    expect(votes(heard({ topic: 'roads' }))).toEqual({ class: null, topic: { own: 'parks', second: 'roads' } });
    expect(votes(heard({}))).toBeNull();
  });

  it.each([
    ['roads', 1],
    ['safety', 2],
    ['parks', 3],
    ['waste', 0],
    ['tax', 0],
  ])('says where the decided topic %s stood among the three shown', (topic, place) => {
    expect(judgeSuggestion([proposed(0, 9)], [decided('a', 0, 9, topic)])[0]!.proposed!.topicPlace).toBe(place);
  });

  it('proposes no topic where the city had none', () => {
    expect(judgeSuggestion([proposed(0, 9, [''])], [decided('a', 0, 9)])[0]!.proposed).toMatchObject({
      topic: null,
      topicPlace: 0,
    });
  });

  it('takes a proposal as the same when most of the words are', () => {
    expect(partners([proposed(0, 10)], [decided('a', 0, 20)])).toEqual([true]);
    expect(partners([proposed(0, 9)], [decided('a', 0, 20)])).toEqual([false]);
    expect(partners([proposed(0, 10)], [decided('a', 10, 20)])).toEqual([false]);
  });

  it('uses each proposal once: the closest decision has it', () => {
    const verdicts = judgeSuggestion([proposed(0, 30)], [decided('short', 0, 18), decided('long', 1, 30)]);
    expect(verdicts.map(({ decided: d, proposed: p }) => [d.id, p !== null])).toEqual([
      ['short', false],
      ['long', true],
    ]);
  });

  it('judges nothing where nothing was proposed', () => {
    expect(partners([], [decided('a', 0, 5)])).toEqual([false]);
    expect(judgeSuggestion([proposed(0, 5)], [])).toEqual([]);
  });
});
