import type { DraftOpinion, TriageDraft } from './triage-draft';
import {
  decisionOf,
  missing,
  select,
  withClass,
  withCut,
  withFiner,
  withMerge,
  withSection,
  withSubtype,
  withTopic,
} from './triage-draft';

const BODY = '図書館を夜まで開けてください。また、駅前にも分館をつくってください。以上です。';
const FIRST = { start: 0, end: 15 };
const SECOND = { start: 15, end: 34 };

function opinion(key: string, span: { start: number; end: number }, more: Partial<DraftOpinion> = {}): DraftOpinion {
  return {
    key,
    id: null,
    ...span,
    class: 'operations_improvement',
    subtype: 'proposal_led',
    finerClass: null,
    topic: 'culture',
    sectionId: 's-culture',
    guess: null,
    touched: { class: false, topic: false, section: false },
    ...more,
  };
}
const draft = (...opinions: DraftOpinion[]): TriageDraft => ({ body: BODY, opinions, current: 0 });
const texts = (d: TriageDraft) => d.opinions.map((o) => BODY.slice(o.start, o.end));

/** What the server refuses: spans outside of the text, empty ones, overlaps, wrong order. */
function expectSound(d: TriageDraft) {
  d.opinions.forEach((o, i) => {
    expect(o.start).toBeLessThan(o.end);
    expect(o.end).toBeLessThanOrEqual(BODY.length);
    expect(o.start).toBeGreaterThanOrEqual(d.opinions[i - 1]?.end ?? 0);
  });
  expect(d.opinions.length).toBeGreaterThan(0);
  expect(d.opinions[d.current]).toBeDefined();
  expect(new Set(d.opinions.map((o) => o.key)).size).toBe(d.opinions.length);
}

describe('withCut', () => {
  it('cuts an opinion out of a letter: the old one keeps the longer side, the new one inherits its labels', () => {
    const cut = withCut(draft(opinion('a', { start: 0, end: 34 }, { id: 'id-a' })), SECOND);
    expect(texts(cut)).toEqual(['図書館を夜まで開けてください。', 'また、駅前にも分館をつくってください。']);
    expect(cut.current).toBe(1);
    expect(cut.opinions.map((o) => o.id)).toEqual(['id-a', null]);
    expect(cut.opinions[1]?.topic).toBe('culture');
    expectSound(cut);
  });

  it('never makes more than one opinion, even from the middle', () => {
    const cut = withCut(draft(opinion('a', { start: 0, end: BODY.length })), { start: 18, end: 24 });
    expect(cut.opinions).toHaveLength(2);
    expectSound(cut);
  });

  it('widens an opinion that lies inside, and keeps its id', () => {
    const cut = withCut(draft(opinion('a', { start: 3, end: 9 }, { id: 'id-a' })), FIRST);
    expect(cut.opinions.map((o) => [o.id, o.start, o.end])).toEqual([['id-a', 0, 15]]);
  });

  it('joins all opinions inside into the first', () => {
    const both = draft(opinion('a', FIRST, { id: 'id-a' }), opinion('b', SECOND, { id: 'id-b' }));
    const cut = withCut(both, { start: 0, end: 34 });
    expect(cut.opinions.map((o) => o.id)).toEqual(['id-a']);
    expectSound(cut);
  });

  it('takes from both neighbours when it crosses their border', () => {
    const cut = withCut(draft(opinion('a', FIRST), opinion('b', SECOND)), { start: 12, end: 18 });
    expect(cut.opinions).toHaveLength(3);
    expect(cut.current).toBe(1);
    expectSound(cut);
  });

  it('marks text that belonged to no opinion', () => {
    const cut = withCut(draft(opinion('a', FIRST)), { start: 34, end: BODY.length });
    expect(texts(cut)).toEqual(['図書館を夜まで開けてください。', '以上です。']);
    expectSound(cut);
  });

  it('changes nothing for a selection of white space', () => {
    const before = { ...draft(opinion('a', FIRST)), body: '\n　\n' };
    expect(withCut(before, { start: 0, end: 3 })).toBe(before);
  });

  it('stays sound for every selection of two opinions', () => {
    const before = draft(opinion('a', FIRST), opinion('b', SECOND));
    for (let start = 0; start < BODY.length; start += 1)
      for (let end = start + 1; end <= BODY.length; end += 1) expectSound(withCut(before, { start, end }));
  });
});

describe('withMerge', () => {
  const two = draft(opinion('a', FIRST, { id: 'id-a', topic: 'culture' }), opinion('b', SECOND, { topic: 'roads' }));
  it('joins the current opinion with the next; the first keeps its labels', () => {
    const one = withMerge(two);
    expect(one.opinions.map((o) => [o.id, o.topic, o.start, o.end])).toEqual([['id-a', 'culture', 0, 34]]);
    expectSound(one);
  });

  it('joins the last with the one before', () => {
    expect(withMerge(select(two, 1)).opinions).toHaveLength(1);
  });

  it('keeps the id that there is, so that a decided opinion is not withdrawn by mistake', () => {
    const later = draft(opinion('a', FIRST), opinion('b', SECOND, { id: 'id-b' }));
    expect(withMerge(later).opinions[0]?.id).toBe('id-b');
  });

  it('leaves a single opinion alone', () => {
    const one = draft(opinion('a', FIRST));
    expect(withMerge(one)).toBe(one);
  });
});

describe('labels', () => {
  const one = draft(opinion('a', FIRST, { class: 'complaint', subtype: null }));

  it('gives 事務改善要望 a sub-type, and changes it when chosen again', () => {
    const first = withClass(one, 'operations_improvement');
    expect(first.opinions[0]?.subtype).toBe('proposal_led');
    expect(withClass(first, 'operations_improvement').opinions[0]?.subtype).toBe('complaint_led');
    expect(withClass(first, 'complaint').opinions[0]?.subtype).toBeNull();
    expect(withSubtype(first, 'complaint_led').opinions[0]?.subtype).toBe('complaint_led');
  });

  it('takes the lead section with the topic, and another section by hand', () => {
    const roads = withTopic(one, { code: 'roads', name: '道路', sectionId: 's-roads', active: true });
    expect(roads.opinions[0]).toMatchObject({ topic: 'roads', sectionId: 's-roads' });
    expect(withSection(roads, 's-parks').opinions[0]).toMatchObject({ topic: 'roads', sectionId: 's-parks' });
  });

  it('remembers what a person set', () => {
    expect(withClass(one, 'inquiry').opinions[0]?.touched).toEqual({ class: true, topic: false, section: false });
  });
});

describe('withFiner', () => {
  it('is kept with its class and goes with another', () => {
    const finer = withFiner(draft(opinion('a', FIRST)), 'f-1');
    expect(finer.opinions[0]).toMatchObject({ finerClass: 'f-1', touched: { class: true } });
    expect(withClass(finer, 'operations_improvement').opinions[0]?.finerClass).toBe('f-1');
    expect(withClass(finer, 'complaint').opinions[0]?.finerClass).toBeNull();
    expect(decisionOf(finer)?.[0]?.finerClass).toBe('f-1');
  });
});

describe('decisionOf', () => {
  it('is what the server takes', () => {
    expect(decisionOf(draft(opinion('a', FIRST)))).toEqual([
      {
        id: null,
        start: 0,
        end: 15,
        class: 'operations_improvement',
        subtype: 'proposal_led',
        finerClass: null,
        topic: 'culture',
        sectionId: 's-culture',
      },
    ]);
  });

  it('waits for what is missing, and names it', () => {
    const undecided = draft(opinion('a', FIRST), opinion('b', SECOND, { class: null, sectionId: null }));
    expect(decisionOf(undecided)).toBeNull();
    expect(missing(undecided)).toEqual(['意見2の分類・担当課']);
    expect(missing(draft(opinion('a', FIRST)))).toEqual([]);
  });
});
