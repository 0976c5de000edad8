import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { freezeYear, isIntact, thawYear, type ClosingEntry, type ClosingInput } from './closing';
import type { CountedOpinion } from './facts';
import { restatement } from './restatement';
import { someIndicator } from './sample-indicator';

const opinion = (opinionId: string, change: Partial<CountedOpinion> = {}): CountedOpinion => ({
  opinionId,
  countedOn: '2026-03-31',
  class: 'policy_proposal',
  outcome: null,
  topic: 'roads',
  sectionId: 's1',
  channel: 'web',
  district: null,
  ...change,
});
const entry = (id: string, opinions: readonly CountedOpinion[]): ClosingEntry => ({
  indicator: someIndicator({ id, name: '市政への提案の件数' }),
  yearValue: opinions.length,
  actual: { value: opinions.length, basis: '令和7年度の値', years: [2025], previous: null, why: null },
  achievement: { formula: 'ratio', formulaName: '実績÷目標', percent: 2, met: false, words: 'まだ', why: null },
  opinions,
  unlisted: [],
  sourceText: null,
});
const input = (entries: readonly ClosingEntry[]): ClosingInput => ({
  planId: 'p1',
  fiscalYear: 2025,
  closedAt: new Date('2026-05-29T08:00:00.000Z'),
  closedBy: '髙橋 管理職',
  entries,
});

/** A record as the first release wrote it. */
const FIRST_FORMAT =
  '{"closedAt":"2026-05-29T08:00:00.000Z","closedBy":"髙橋 管理職","figures":[{"basis":"令和7年度の値","formula":"ratio","indicatorId":"a","met":false,"name":"市政への提案の件数","opinions":[{"channel":"web","class":"policy_proposal","countedOn":"2026-03-31","district":null,"opinionId":"1","outcome":null,"sectionId":"s1","topic":"roads"}],"percent":2,"sourceText":null,"target":"100 件","value":1,"why":null,"words":"まだ","yearValue":1}],"fiscalYear":2025,"format":"kotae-closing-1","planId":"p1"}';

describe('canonicalJson', () => {
  it('spells equal values in one way', () => {
    expect(canonicalJson({ b: [1, 0.1, 1e21, -0], a: { d: null, c: '髙\n"' } })).toBe(
      '{"a":{"c":"髙\\n\\"","d":null},"b":[1,0.1,1e+21,0]}',
    );
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
    expect(JSON.parse(canonicalJson({ z: [true, false, null, 'あ'] }))).toEqual({ z: [true, false, null, 'あ'] });
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalJson([Infinity])).toThrow(RangeError);
  });
});

describe('freezeYear', () => {
  it('gives the same bytes whatever the order, and other bytes for another state', () => {
    const one = freezeYear(input([entry('b', [opinion('2'), opinion('1')]), entry('a', [])]));
    const two = freezeYear(input([entry('a', []), entry('b', [opinion('1'), opinion('2')])]));
    expect(two.canonical).toBe(one.canonical);
    expect(two.sha256).toBe(one.sha256);
    const other = freezeYear(input([entry('a', []), entry('b', [opinion('1'), opinion('2', { topic: 'parks' })])]));
    expect(other.sha256).not.toBe(one.sha256);
  });

  it('is reproduced byte for byte years later', () => {
    const frozen = freezeYear(input([entry('a', [opinion('1')])]));
    // The digest of a record as it was written; a change here breaks every city's closed years.
    expect(frozen.sha256).toBe('0df2a1ec2d7f8c39bc166cef4f76b20c829962f6bd237649d9a0d24aede80898');
    expect(
      frozen.canonical.startsWith('{"closedAt":"2026-05-29T08:00:00.000Z","closedBy":"髙橋 管理職","figures":'),
    ).toBe(true);
    expect(frozen.content.figures[0]?.definition).toMatchObject({ id: 'a', source: { kind: 'typed' } });
  });

  it('still reads records of the first format, which did not keep how their figures were counted', () => {
    const first = thawYear(FIRST_FORMAT, 'd70730745b2d599674bc26ad443058ac139e0d57e302116ddc5d160e5b7f6d5e');
    expect(first.content.figures).toHaveLength(1);
    expect(first.content.figures[0]).toMatchObject({ value: 1, opinions: [{ opinionId: '1' }] });
    expect(first.content.figures[0]?.definition).toBeUndefined();
    expect(isIntact(first)).toBe(true);
    const unknown = FIRST_FORMAT.replace('kotae-closing-1', 'kotae-closing-9');
    expect(() => thawYear(unknown, createHash('sha256').update(unknown).digest('hex'))).toThrow(/壊れている/);
  });

  it('comes back from its bytes, and shows tampering', () => {
    const frozen = freezeYear(input([entry('a', [opinion('1')])]));
    expect(thawYear(frozen.canonical, frozen.sha256)).toEqual(frozen);
    expect(isIntact(frozen)).toBe(true);
    expect(isIntact({ ...frozen, canonical: frozen.canonical.replace('"1"', '"9"') })).toBe(false);
    expect(isIntact({ ...frozen, content: { ...frozen.content, closedBy: '別人' } })).toBe(false);
    expect(() => thawYear(frozen.canonical.replace('"1"', '"9"'), frozen.sha256)).toThrow(/壊れている/);
  });
});

describe('restatement', () => {
  const frozen = freezeYear(input([entry('a', [opinion('1'), opinion('2'), opinion('3')])])).content.figures[0];
  if (!frozen) throw new Error('no figure');

  it('shows then, now and the opinions that make the difference', () => {
    const now = [opinion('2', { topic: 'parks' }), opinion('3'), opinion('5'), opinion('4')];
    const result = restatement(frozen, { value: 4, opinions: now });
    expect(result).toEqual({
      indicatorId: 'a',
      then: 3,
      now: 4,
      difference: 1,
      added: ['4', '5'],
      removed: ['1'],
      changed: ['2'],
      restated: true,
    });
    expect(result.difference).toBe(result.added.length - result.removed.length);
  });

  it('sees a swap that leaves the number the same', () => {
    const now = [opinion('1'), opinion('2'), opinion('4')];
    expect(restatement(frozen, { value: 3, opinions: now })).toMatchObject({ difference: 0, restated: true });
  });

  it('is quiet when nothing changed', () => {
    const same = restatement(frozen, { value: 3, opinions: [opinion('3'), opinion('1'), opinion('2')] });
    expect(same).toMatchObject({ difference: 0, added: [], removed: [], changed: [], restated: false });
    expect(restatement(frozen, { value: null, opinions: [] })).toMatchObject({ difference: null, restated: true });
  });
});
