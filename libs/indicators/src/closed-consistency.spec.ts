import { allOpinionsBehindNumber, opinionsBehindNumber } from './behind-number';
import { changeFormula, changeSource } from './change-definition';
import { closeFiscalYear, previewClosing } from './close-fiscal-year';
import { isIntact } from './closing';
import { closedYearsOf } from './closed-numbers';
import { DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
import { deltasForReclassification, type CountState } from './deltas';
import { indicatorFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import type { IndicatorMode } from './model';
import { progressReport } from './progress-report';
import { restatementOf } from './restated-figure';
import type { IndicatorSource } from './source';
import { typeInValue } from './type-in-value';

const boss = { kind: 'staff', staffId: 'm1', name: '管 良子', role: 'management', sectionId: null } as const;
const COUNTED = { kind: 'facts', measure: 'class', classes: ['policy_proposal'] } as const;
const SATISFACTION = 'KODAMA-3';
const SHARE = 'KODAMA-7';

/** The demo city in FY2029; its proposals may be counted over other years than its plan's. */
function city(period = { first: 2025, last: 2029 }) {
  const store = new MemoryStore();
  const book = demoCityPlan();
  const indicators = book.indicators.map((i) => (i.id === DEMO_PROPOSALS_ID ? { ...i, period } : i));
  let now = new Date('2029-05-20T03:00:00Z');
  const deps = { unitOfWork: store.unitOfWork, clock: { now: () => (now = new Date(now.getTime() + 1000)) } };
  let version = 0;
  const receive = (opinionId: string, receivedOn: string) => {
    const state: CountState = {
      opinionId,
      receivedOn,
      channel: 'web',
      district: null,
      class: 'policy_proposal',
      topic: 'roads',
      sectionId: 's1',
      outcome: null,
      outcomeOn: null,
    };
    return store.appendFacts(deltasForReclassification(null, state), deps.clock.now());
  };
  return {
    store,
    deps,
    receive,
    begin: () => store.addPlans({ ...book, indicators }),
    type: (fiscalYear: number, value: number, indicatorId = DEMO_PROPOSALS_ID, sourceText = '年報') =>
      typeInValue(deps, boss, { indicatorId, fiscalYear, value, sourceText }),
    count: (source: IndicatorSource, mode: IndicatorMode = 'cumulative') =>
      changeSource(deps, boss, {
        indicatorId: DEMO_PROPOSALS_ID,
        version: version++,
        reason: '数え方の変更',
        source,
        mode,
      }),
    close: (fiscalYear: number) => closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear }),
    shown: (id: string, fiscalYear: number) => indicatorFigures(deps, id, fiscalYear),
    behind: async (fiscalYear: number, kind: 'value' | 'year' = 'value') => {
      const question = { indicatorId: DEMO_PROPOSALS_ID, fiscalYear, scope: { kind } } as const;
      const { total, unlisted } = await opinionsBehindNumber(deps, question);
      const { opinions } = await allOpinionsBehindNumber(deps, question);
      expect(opinions).toHaveLength(total);
      return { total, unlisted };
    },
  };
}

describe('a sum over a year that was typed', () => {
  const FIFTY = { fiscalYear: 2025, value: 50, sourceText: '年報' };

  async function countedSince2026() {
    const of = city();
    await of.begin();
    await of.count({ kind: 'typed' });
    await of.type(2025, 50);
    await of.receive('early', '2025-08-01');
    await of.close(2025);
    await of.count(COUNTED);
    await of.receive('first', '2026-06-01');
    return of;
  }

  it('says what of it no opinions stand behind, before and after it is closed, and in the record', async () => {
    const { deps, shown, behind, close } = await countedSince2026();
    expect((await shown(DEMO_PROPOSALS_ID, 2026)).current).toMatchObject({ value: 51, closed: false });
    expect(await behind(2026)).toEqual({ total: 1, unlisted: [FIFTY] });
    expect(await behind(2026, 'year')).toEqual({ total: 1, unlisted: [] });
    const { evidence } = await progressReport(deps, { planId: 'kodama', fiscalYear: 2026, evidence: 9 });
    expect(evidence[0]).toMatchObject({ total: 1, unlisted: [FIFTY] });

    const { digest } = await previewClosing(deps, 'kodama', 2026);
    const frozen = await closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear: 2026, digest });
    expect(isIntact(frozen)).toBe(true);
    const figure = frozen.content.figures.find((f) => f.indicatorId === DEMO_PROPOSALS_ID);
    expect(figure).toMatchObject({ value: 51, unlisted: [FIFTY], opinions: [{ opinionId: 'first' }] });
    expect(await behind(2026)).toEqual({ total: 1, unlisted: [FIFTY] });
    expect(await behind(2026, 'year')).toEqual({ total: 1, unlisted: [] });
    await close(2027);
    expect(await behind(2028)).toEqual({ total: 1, unlisted: [FIFTY] });
  });

  it('is restated by what changed, not by counting a year that was not counted', async () => {
    const { deps, close, receive, type, count } = await countedSince2026();
    await close(2026);
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2026)).toMatchObject({ then: 51, now: 51, restated: false });
    await receive('late', '2026-07-01');
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2026)).toMatchObject({ now: 52, added: ['late'], removed: [] });
    await count({ kind: 'typed' });
    await type(2025, 60);
    await count(COUNTED);
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2026)).toMatchObject({ difference: 11, added: ['late'] });
    const numbers = (await closedYearsOf(deps, DEMO_PROPOSALS_ID)).flatMap((year) => year.numbers);
    expect(numbers.map(({ then, now }) => [then, now])).toEqual([
      [50, 60],
      [51, 62],
    ]);
  });
});

describe('the order in which years are closed', () => {
  it('names the year that comes first where a counted sum runs over it, before anybody closes', async () => {
    const { deps, begin, close } = city();
    await begin();
    expect((await previewClosing(deps, 'kodama', 2027)).outOfOrder).toContain('先に令和7年度を締めて');
    await expect(close(2027)).rejects.toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('令和7年度'),
    });
    await close(2025);
    await expect(close(2027)).rejects.toMatchObject({ message: expect.stringContaining('先に令和8年度を締めて') });
    await close(2026);
    expect((await previewClosing(deps, 'kodama', 2027)).outOfOrder).toBeNull();
    await expect(close(2027)).resolves.toBeDefined();
    expect((await previewClosing(deps, 'kodama', 2026)).outOfOrder).toBeNull();
  });

  it('is free where nothing is summed, and where the sum begins later', async () => {
    const { begin, close, count } = city({ first: 2026, last: 2029 });
    await begin();
    await close(2026);
    await close(2025);
    await count(COUNTED, 'annual');
    await expect(close(2028)).resolves.toBeDefined();
    await count(COUNTED);
    await expect(close(2027)).resolves.toBeDefined();
  });

  it('refuses a year that a closed sum has in it, which holds up no other', async () => {
    const { store, begin, close } = city();
    await begin();
    await close(2025);
    await close(2026);
    // As if FY2025 had been left out before years were closed in order.
    const all = await store.closings('kodama');
    store.closings = async () => all.filter((closing) => closing.fiscalYear !== 2025);
    await expect(close(2025)).rejects.toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('令和8年度'),
    });
    // Nor does it hold up the years after it.
    await expect(close(2027)).resolves.toBeDefined();
  });
});

describe('what is made of closed years', () => {
  it('takes the parts of a mean as they were judged then', async () => {
    const { deps, begin, type, close, shown } = city();
    await begin();
    await type(2025, 35, SATISFACTION);
    await close(2025);
    const without = { indicatorId: SATISFACTION, version: 0, reason: '割合を出さないため', formula: 'met' } as const;
    await changeFormula(deps, boss, without);
    const share = demoCityPlan().indicators.find((i) => i.id === SHARE)!;
    const source = { kind: 'formula', op: 'mean_achievement', indicatorIds: [SATISFACTION] } as const;
    const late = { ...share, id: 'LATE', order: 99, source };
    await deps.unitOfWork.run(({ indicators }) =>
      indicators.addPlans({ plans: [], programmes: [], indicators: [late] }),
    );
    // 35 of 70 %, as FY2025 was closed.
    const { yearly } = await shown('LATE', 2026);
    expect(yearly.find((year) => year.fiscalYear === 2025)).toMatchObject({ value: 50 });
  });

  it('sums nothing after the period, so that no bar stands without its list', async () => {
    const { begin, receive, close, shown } = city({ first: 2025, last: 2026 });
    await begin();
    await receive('in', '2026-06-01');
    for (let i = 0; i < 7; i++) await receive(`after${i}`, '2027-06-01');
    for (const year of [2025, 2026]) await close(year);
    const frozen = await close(2027);
    const figure = frozen.content.figures.find((f) => f.indicatorId === DEMO_PROPOSALS_ID);
    expect(figure).toMatchObject({ value: 1, yearValue: null, opinions: [{ opinionId: 'in' }] });
    const { current, yearly } = await shown(DEMO_PROPOSALS_ID, 2027);
    expect(current?.value).toBe(1);
    expect(yearly.find((year) => year.fiscalYear === 2027)).toMatchObject({ value: null });
  });
});
