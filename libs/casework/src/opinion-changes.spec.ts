import type { OpinionClass } from '@kotae/kernel';
import fc from 'fast-check';
import type { CaseOpinion } from './case-file';
import { changesAnything, opinionChanges, placeDecisions, type OpinionDecision } from './opinion-changes';

const BODY = '　図書館を夜8時まで。\nバス路線を新しく。 ';

const decision = (start: number, end: number, more: Partial<OpinionDecision> = {}): OpinionDecision => ({
  start,
  end,
  class: 'policy_proposal',
  topic: 'transit',
  sectionId: 'transit',
  ...more,
});

const live = (id: string, start: number, end: number): CaseOpinion => ({
  id,
  ordinal: 1,
  start,
  end,
  text: BODY.slice(start, end),
  class: 'policy_proposal',
  subtype: null,
  finerClass: null,
  topic: 'transit',
  sectionId: 'transit',
  decidedBy: '担当',
  decidedAt: new Date(0),
  answerState: 'waiting',
  answerBody: '',
  answerStep: 0,
  answerUpdatedAt: null,
  answerVersion: 0,
  outcome: null,
  outcomeOn: null,
  outcomeBy: null,
  nextLookOn: null,
});

describe('splitting a text into opinions', () => {
  it('trims blanks, also wide ones, and numbers in the order of the text', () => {
    const placed = placeDecisions(BODY, [decision(11, BODY.length), decision(0, 11)]);
    expect(placed.map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [1, '図書館を夜8時まで。'],
      [2, 'バス路線を新しく。'],
    ]);
    for (const { start, end, text } of placed) expect(BODY.slice(start, end)).toBe(text);
  });

  it.each([
    ['none at all', []],
    ['an empty span', [decision(3, 3)]],
    ['a span of blanks', [decision(0, 1)]],
    ['a span turned round', [decision(5, 2)]],
    ['a span outside', [decision(0, BODY.length + 1)]],
    ['half an offset', [decision(0.5, 4)]],
    ['an overlap', [decision(0, 5), decision(4, 8)]],
    ['the same twice', [decision(1, 5), decision(1, 5)]],
    ['far too many', Array.from({ length: 51 }, (_, i) => decision(i, i + 1))],
  ])('refuses %s', (_name, decisions) => {
    expect(() => placeDecisions(BODY, decisions)).toThrow('意見の分け方');
  });

  it('keeps the sub-type for 事務改善要望 only', () => {
    const given = (code: OpinionClass) =>
      placeDecisions(BODY, [decision(1, 5, { class: code, subtype: 'complaint_led' })])[0]!.subtype;
    expect(given('operations_improvement')).toBe('complaint_led');
    expect(given('policy_proposal')).toBeNull();
  });

  it('never places anything that overlaps or leaves the text, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 5 }),
        (body, spans) => {
          try {
            const placed = placeDecisions(
              body,
              spans.map(([start, end]) => decision(start % 50, end % 50)),
            );
            placed.forEach((p, i) => {
              expect(p.text.trim()).toBe(p.text);
              expect(p.text).not.toBe('');
              expect(p.end).toBeLessThanOrEqual(body.length);
              if (i > 0) expect(p.start).toBeGreaterThanOrEqual(placed[i - 1]!.end);
            });
          } catch (error) {
            expect(error).toMatchObject({ code: 'invalid_input' });
          }
        },
      ),
    );
  });
});

describe('changing opinions', () => {
  it('tells kept, added and withdrawn apart', () => {
    const placed = placeDecisions(BODY, [decision(1, 11, { id: 'a' }), decision(12, 20)]);
    const { kept, added, withdrawn } = opinionChanges([live('a', 1, 11), live('b', 12, 20)], placed);
    expect([kept.map((k) => k.before.id), added.length, withdrawn.map((o) => o.id)]).toEqual([['a'], 1, ['b']]);
  });

  it('is nothing when nothing that a person decided changes', () => {
    const same = placeDecisions(BODY, [decision(1, 11, { id: 'a' })]);
    expect(changesAnything(opinionChanges([live('a', 1, 11)], same))).toBe(false);
    for (const more of [{ topic: 'roads' }, { sectionId: 'roads' }, { class: 'complaint' as const }, { end: 10 }]) {
      const other = placeDecisions(BODY, [decision(1, 11, { id: 'a', ...more })]);
      expect([more, changesAnything(opinionChanges([live('a', 1, 11)], other))]).toEqual([more, true]);
    }
  });

  it('refuses an opinion that lives no more, and one named twice', () => {
    const gone = placeDecisions(BODY, [decision(1, 11, { id: 'x' })]);
    expect(() => opinionChanges([live('a', 1, 11)], gone)).toThrow('ほかの人が先に変更しました');
    const twice = placeDecisions(BODY, [decision(1, 5, { id: 'a' }), decision(6, 9, { id: 'a' })]);
    expect(() => opinionChanges([live('a', 1, 11)], twice)).toThrow('ほかの人が先に変更しました');
  });
});
