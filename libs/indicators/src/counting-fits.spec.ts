import { countingProblems } from './counting-fits';
import { INDICATOR_MODES, TARGET_TYPES, type IndicatorMode, type TargetType } from './model';
import { someTarget, versions } from './sample-indicator';
import type { IndicatorSource } from './source';

const PLAN = { period: { first: 2025, last: 2029 } };
const TYPED: IndicatorSource = { kind: 'typed' };
const FACTS: IndicatorSource = { kind: 'facts', measure: 'class' };
const SUM: IndicatorSource = { kind: 'formula', op: 'sum', indicatorIds: ['a'] };

const of = (valueType: TargetType, mode: IndicatorMode, source: IndicatorSource = TYPED) =>
  countingProblems({ targets: versions(someTarget({ valueType, raw: ['制度の策定'] })), period: null }, PLAN, {
    source,
    mode,
  });
const fields = (...ask: Parameters<typeof of>) => of(...ask).map(({ field }) => field);

describe('a way of counting beside the target', () => {
  it('must be one that gives what the target asks for', () => {
    const table = Object.fromEntries(
      TARGET_TYPES.map((type) => [type, INDICATOR_MODES.filter((mode) => fields(type, mode).length === 0)]),
    );
    const amounts = ['annual', 'cumulative', 'point_in_time', 'yoy_change', 'derived_average'];
    const levels = ['annual', 'point_in_time', 'derived_average'];
    expect(table).toEqual({
      number: amounts,
      range: amounts,
      relative_to_baseline: levels,
      relative_to_previous_year: ['annual', 'point_in_time', 'yoy_change', 'derived_average'],
      set_each_year: amounts,
      milestone: ['milestone'],
      words: [...amounts, 'milestone'],
    });
  });

  it('never is no way at all, whatever the target and the source', () => {
    for (const mode of ['cross_reference', 'unspecified'] as const)
      for (const source of [TYPED, FACTS, SUM])
        expect(of('words', mode, source)).toEqual([
          { field: 'mode', message: '年度ごとの値をどう見るかを、一覧から選んでください。' },
        ]);
  });

  it('cannot count or compute what people say is done or not', () => {
    expect(of('milestone', 'annual', FACTS)).toEqual([
      {
        field: 'kind',
        message:
          'いまの目標は「制度の策定」で、できたかどうかを人が入力します。先に目標を「言葉だけ」に見直すと、変えられます。',
      },
    ]);
    expect(fields('milestone', 'annual', SUM)).toEqual(['kind']);
    expect(fields('words', 'milestone', SUM)).toEqual(['mode']);
    expect(fields('words', 'milestone', FACTS)).toEqual(['mode']);
  });

  it('looks at the newest target, and says one thing of a field', () => {
    const targets = [
      { ...versions(someTarget({ valueType: 'number' }))[0]!, version: 2 },
      ...versions(someTarget({ valueType: 'milestone' })),
    ];
    expect(countingProblems({ targets, period: null }, PLAN, { source: TYPED, mode: 'annual' })).toEqual([]);
    expect(fields('number', 'milestone', FACTS)).toEqual(['mode']);
    const without = { targets: [], period: null };
    expect(countingProblems(without, { period: null }, { source: TYPED, mode: 'cumulative' })).toHaveLength(1);
    expect(countingProblems(without, PLAN, { source: TYPED, mode: 'milestone' })).toEqual([]);
  });
});
