import type { CountingSource } from '@kotae/contracts';
import { comparedYears, draftOf, modesFor, sourceOf, withFittingMode } from './source-draft';

const MODES = ['annual', 'cumulative', 'point_in_time', 'milestone'].map((value) => ({ value, label: value }));

describe('a way of counting being filled in', () => {
  const sources: CountingSource[] = [
    { kind: 'facts', measure: 'class', classes: ['complaint'], districts: ['北'] },
    {
      kind: 'facts',
      measure: 'outcome',
      outcomes: ['implemented'],
      topics: ['roads'],
      sectionIds: ['s'],
      channels: ['web'],
    },
    { kind: 'facts', measure: 'class' },
    { kind: 'typed' },
    { kind: 'imported' },
    { kind: 'formula', op: 'ratio', indicatorIds: ['b', 'a'] },
  ];
  it.each(sources)('comes back as it was: %j', (source) => {
    expect(sourceOf(draftOf(source, 'annual'))).toEqual(source);
  });

  it('leaves out what does not restrict, and outcomes where classes are counted', () => {
    const draft = { ...draftOf({ kind: 'facts', measure: 'class' }, 'annual'), outcomes: ['planned' as const] };
    expect(sourceOf(draft)).toEqual({ kind: 'facts', measure: 'class' });
    // An outcome that is not chosen yet is asked for, not counted as all of them.
    expect(sourceOf({ ...draft, measure: 'outcome', outcomes: [] })).toEqual({
      kind: 'facts',
      measure: 'outcome',
      outcomes: [],
    });
  });

  it('offers the modes that fit and moves to one of them', () => {
    const typed = draftOf({ kind: 'typed' }, 'milestone');
    expect(modesFor(typed, MODES)).toEqual(MODES);
    expect(withFittingMode({ ...typed, kind: 'facts' }, MODES).mode).toBe('annual');
    expect(withFittingMode({ ...typed, kind: 'formula', op: 'sum', mode: 'cumulative' }, MODES).mode).toBe(
      'cumulative',
    );
    expect(withFittingMode({ ...typed, kind: 'formula', op: 'ratio', mode: 'cumulative' }, MODES).mode).toBe('annual');
  });
});

it('puts the years of two ways beside each other', () => {
  expect(comparedYears([{ fiscalYear: 2026, actual: 3 }], [{ fiscalYear: 2025, actual: 1 }])).toEqual([
    { fiscalYear: 2025, before: null, after: 1 },
    { fiscalYear: 2026, before: 3, after: null },
  ]);
});
