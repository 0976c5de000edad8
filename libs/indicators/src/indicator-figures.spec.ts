import type { CountFactDraft } from './facts';
import { demoCityPlan, DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID } from './demo-city-plan';
import { DEMO_PLAN_ID } from './demo-city.data';
import { opinionsBehindNumber } from './behind-number';
import { indicatorFigures, planFigures } from './indicator-figures';
import { livingNumber } from './living-number';
import { MemoryStore } from './memory-store';
import { typeInValue } from './type-in-value';

const fact = (opinionId: string, countedOn: string): CountFactDraft => ({
  opinionId,
  countedOn,
  measure: 'class',
  sign: 1,
  class: 'policy_proposal',
  outcome: null,
  topic: 'culture',
  sectionId: 'culture',
  channel: 'web',
  district: null,
});

describe('an indicator as it is shown', () => {
  let store: MemoryStore;
  const deps = () => ({ unitOfWork: store.unitOfWork, clock: { now: () => new Date('2026-11-20T03:00:00Z') } });
  const desk = { kind: 'staff', staffId: 'x', name: '佐藤', role: 'desk', sectionId: null } as const;

  beforeEach(async () => {
    store = new MemoryStore();
    await store.addPlans(demoCityPlan());
    await store.appendFacts(
      [
        fact('a', '2025-05-01'),
        fact('b', '2026-04-01'),
        fact('c', '2026-11-19'),
        { ...fact('d', '2026-11-02'), class: 'complaint' },
      ],
      new Date('2026-11-20T00:00:00Z'),
    );
    await store.appendFacts(
      [{ ...fact('b', '2026-06-01'), measure: 'outcome', outcome: 'implemented' }],
      new Date('2026-11-20T00:00:00Z'),
    );
  });

  it('sums a cumulative count, and keeps the year and the running sum apart', async () => {
    const shown = await indicatorFigures(deps(), DEMO_PROPOSALS_ID, 2026);
    expect(shown.current).toEqual({ fiscalYear: 2026, value: 3, asOf: '2026-11-20', closed: false });
    expect(shown.yearly).toEqual([
      { fiscalYear: 2025, value: 1, cumulative: 1, sourceText: null, closed: false },
      { fiscalYear: 2026, value: 2, cumulative: 3, sourceText: null, closed: false },
    ]);
    expect(shown).toMatchObject({
      sourceKind: 'facts',
      modeWords: '５カ年の累計',
      planName: 'こだま市総合計画（広聴の部）',
    });
    expect(shown.printed.target).toBe('1,300 件');
    expect(shown.sourceWords).toContain('事務改善要望・政策提案');
    expect(shown.achievement.formulaName).toBe('実績÷目標');
  });

  it('shows the months that have begun and no later ones', async () => {
    const { monthly } = await indicatorFigures(deps(), DEMO_PROPOSALS_ID, 2026);
    expect(monthly.map((m) => m.month)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(monthly.at(0)?.value).toBe(1);
    expect(monthly.at(-1)?.value).toBe(1);
    expect((await indicatorFigures(deps(), DEMO_PROPOSALS_ID, 2025)).monthly).toHaveLength(12);
  });

  it('says how many opinions stand behind each number it shows', async () => {
    const ask = (scope: Parameters<typeof opinionsBehindNumber>[1]['scope']) =>
      opinionsBehindNumber(deps(), { indicatorId: DEMO_PROPOSALS_ID, fiscalYear: 2026, scope });
    for (const [scope, total] of [
      [{ kind: 'value' }, 3],
      [{ kind: 'year' }, 2],
      [{ kind: 'month', month: '2026-11' }, 1],
      [{ kind: 'month', month: '2026-05' }, 0],
    ] as const) {
      const behind = await ask(scope);
      expect({ scope, total: behind.total, items: behind.items.length }).toEqual({ scope, total, items: total });
    }
  });

  it('stands for a year that has not begun without inventing a value', async () => {
    const shown = await indicatorFigures(deps(), DEMO_IMPLEMENTED_ID, 2027);
    expect(shown.current).toBeNull();
    expect(shown.monthly).toEqual([]);
    expect(shown.achievement.percent).toBeNull();
  });

  it('names the source of a typed value beside its year', async () => {
    await typeInValue(deps(), desk, {
      indicatorId: 'KODAMA-4',
      fiscalYear: 2025,
      value: 1040,
      sourceText: '生涯学習課集計',
    });
    const { indicators } = await planFigures(deps(), DEMO_PLAN_ID, 2025);
    const shown = indicators.find((i) => i.id === 'KODAMA-4');
    expect(shown?.yearly).toEqual([
      { fiscalYear: 2025, value: 1040, cumulative: null, sourceText: '生涯学習課集計', closed: false },
    ]);
    expect(shown?.current).toEqual({ fiscalYear: 2025, value: 1040, asOf: '2026-03-31', closed: false });
    expect(shown?.achievement.met).toBe(true);
    expect(indicators).toHaveLength(7);
  });

  it('answers one indicator exactly as the plan does, also where it is made of the others', async () => {
    await typeInValue(deps(), desk, { indicatorId: 'KODAMA-4', fiscalYear: 2026, value: 1040, sourceText: '集計' });
    const { indicators } = await planFigures(deps(), DEMO_PLAN_ID, 2026);
    for (const shown of indicators) expect(await indicatorFigures(deps(), shown.id, 2026)).toEqual(shown);
    expect(indicators.find((i) => i.id === 'KODAMA-7')?.current?.value).not.toBeNull();
  });

  it('counts proposals and what was implemented in the running fiscal year', async () => {
    expect(await livingNumber(deps())).toEqual({
      fiscalYear: 2026,
      proposalClasses: ['事務改善要望', '政策提案'],
      proposals: 2,
      implemented: 1,
      asOf: '2026-11-20',
    });
  });
});
