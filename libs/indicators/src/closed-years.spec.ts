import type { Actor } from '@kotae/kernel';
import { allOpinionsBehindNumber, opinionsBehindNumber } from './behind-number';
import { changeSource } from './change-definition';
import { changeWording } from './change-wording';
import { closeFiscalYear, previewClosing } from './close-fiscal-year';
import { closedYears, closedYearsOf } from './closed-numbers';
import { dashboard } from './dashboard';
import { DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
import { deltasForReclassification, type CountState } from './deltas';
import { indicatorFigures, planFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import { previewSource } from './preview-source';
import { progressReport } from './progress-report';
import { restatementOf } from './restated-figure';
import { typeInValue } from './type-in-value';

const boss: Actor = { kind: 'staff', staffId: 'm1', name: '管 良子', role: 'management', sectionId: null };
const SATISFACTION = 'KODAMA-3';

/** A city in FY2027 that has closed FY2025 with two proposals (June and July), and received one more in FY2026. */
async function city() {
  const store = new MemoryStore();
  await store.addPlans(demoCityPlan());
  let now = new Date('2027-05-20T03:00:00Z');
  const deps = { unitOfWork: store.unitOfWork, clock: { now: () => now } };
  const later = () => (now = new Date(now.getTime() + 1000));
  const state = (opinionId: string, receivedOn: string, cls: CountState['class'] = 'policy_proposal'): CountState => ({
    opinionId,
    receivedOn,
    channel: 'web',
    district: null,
    class: cls,
    topic: 'roads',
    sectionId: 's1',
    outcome: null,
    outcomeOn: null,
  });
  const decide = (before: CountState | null, after: CountState) =>
    store.appendFacts(deltasForReclassification(before, after), later());
  const type = (value: number, fiscalYear = 2025, sourceText = '集計') => {
    later();
    return typeInValue(deps, boss, { indicatorId: SATISFACTION, fiscalYear, value, sourceText });
  };
  const june = state('june', '2025-06-01');
  const july = state('july', '2025-07-01');
  await decide(null, june);
  await decide(null, july);
  await decide(null, state('next', '2026-05-01'));
  await decide(null, state('cross', '2026-06-01', 'complaint'));
  await type(72, 2025, '第1報');
  const close = (fiscalYear: number) => {
    later();
    return closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear });
  };
  await close(2025);
  const shown = (id: string, year: number) => indicatorFigures(deps, id, year);
  const behind = async (fiscalYear: number, scope: Parameters<typeof opinionsBehindNumber>[1]['scope']) => {
    const ask = { indicatorId: DEMO_PROPOSALS_ID, fiscalYear, scope };
    const { opinions } = await allOpinionsBehindNumber(deps, ask);
    expect((await opinionsBehindNumber(deps, ask)).total).toBe(opinions.length);
    return opinions.map((o) => o.opinionId);
  };
  return { store, deps, later, state, decide, type, close, shown, behind, june, july };
}

const complaints = (version = 0) => ({
  indicatorId: DEMO_PROPOSALS_ID,
  version,
  reason: '苦情も見るため',
  mode: 'cumulative' as const,
  source: { kind: 'facts', measure: 'class', classes: ['complaint'] } as const,
});

describe('a closed year on every page', () => {
  it('shows what was closed after decisions, and marks it; the sum of an open year stands on it', async () => {
    const { deps, decide, state, shown, june } = await city();
    await decide(june, { ...june, class: 'complaint' });
    await decide(null, state('late1', '2026-03-31'));
    await decide(null, state('late2', '2026-03-31'));

    const closed = await shown(DEMO_PROPOSALS_ID, 2025);
    expect(closed.current).toMatchObject({ value: 2, closed: true });
    expect(closed.monthly.filter((m) => m.value > 0).map((m) => m.month)).toEqual(['2025-06', '2025-07']);
    const open = await shown(DEMO_PROPOSALS_ID, 2026);
    expect(open.current).toMatchObject({ value: 3, closed: false });
    expect(open.yearly.map((y) => [y.fiscalYear, y.value, y.cumulative, y.closed])).toEqual([
      [2025, 2, 2, true],
      [2026, 1, 3, false],
    ]);
    const lines = (await dashboard(deps, 'kodama', 2025)).lines;
    expect(lines[0]).toMatchObject({ actual: { value: 2 }, monthlyChart: { total: 2 }, closed: { difference: 1 } });
    const { report, evidence } = await progressReport(deps, { planId: 'kodama', fiscalYear: 2026, evidence: 99 });
    expect(report.groups.flatMap((g) => g.policies.flatMap((p) => p.indicators))[0]?.current?.value).toBe(3);
    expect(evidence[0]).toMatchObject({ total: 3, opinions: [{ opinionId: 'next' }, {}, {}] });
    expect((await previewClosing(deps, 'kodama', 2026)).figures[0]).toMatchObject({ value: 3, yearValue: 1 });
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2025)).toMatchObject({ then: 2, now: 3 });
  });

  it('is not counted by a definition that came later, and opens to the opinions that were counted', async () => {
    const { deps, later, shown, behind } = await city();
    later();
    const tried = await previewSource(deps, DEMO_PROPOSALS_ID, complaints(), 2026);
    await changeSource(deps, boss, complaints());
    const closed = await shown(DEMO_PROPOSALS_ID, 2025);
    expect(closed.current?.value).toBe(2);
    expect(closed.sourceWords).toContain('政策提案');
    expect(closed.notes.at(-1)).toContain('数え方を変えました');
    const open = await shown(DEMO_PROPOSALS_ID, 2026);
    expect(open.current?.value).toBe(3);
    expect(open.sourceWords).toContain('苦情');
    expect(tried.changed.yearly).toEqual([
      { fiscalYear: 2025, value: 2, actual: 2 },
      { fiscalYear: 2026, value: 1, actual: 3 },
    ]);
    expect(await behind(2025, { kind: 'value' })).toEqual(['july', 'june']);
    expect(await behind(2025, { kind: 'year' })).toEqual(['july', 'june']);
    expect(await behind(2025, { kind: 'month', month: '2025-06' })).toEqual(['june']);
    expect(await behind(2026, { kind: 'value' })).toEqual(['cross', 'july', 'june']);
    expect(await behind(2026, { kind: 'month', month: '2026-06' })).toEqual(['cross']);
  });

  it('pages from open into closed years without loss or repetition', async () => {
    const { deps } = await city();
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof opinionsBehindNumber>>['next'] = null;
    do {
      const page = await opinionsBehindNumber(deps, {
        indicatorId: DEMO_PROPOSALS_ID,
        fiscalYear: 2026,
        scope: { kind: 'value' },
        after,
        limit: 1,
      });
      seen.push(...page.items.map((o) => o.opinionId));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['next', 'july', 'june']);
  });

  it('keeps a typed value with the source it had; the correction is a restatement', async () => {
    const { deps, type, shown } = await city();
    await type(68, 2025, '訂正');
    const closed = await shown(SATISFACTION, 2025);
    expect(closed.current).toMatchObject({ value: 72, closed: true });
    expect(closed.yearly).toMatchObject([{ value: 72, sourceText: '第1報', closed: true }]);
    const [year] = await closedYearsOf(deps, SATISFACTION);
    expect(year?.numbers).toMatchObject([{ then: 72, now: 68, restated: true }]);
  });

  it('has no number to keep where none was known: a value that comes late is shown, as open', async () => {
    const { deps, later, shown } = await city();
    const id = 'KODAMA-4';
    expect((await shown(id, 2025)).current).toMatchObject({ value: null, closed: false });
    later();
    await typeInValue(deps, boss, { indicatorId: id, fiscalYear: 2025, value: 873, sourceText: '集計' });
    expect((await shown(id, 2025)).current).toMatchObject({ value: 873, closed: false });
    expect((await closedYearsOf(deps, id))[0]?.numbers).toMatchObject([{ then: null, now: 873, restated: true }]);
  });

  it('shows computed indicators as they were closed, too', async () => {
    const { deps, type, shown } = await city();
    const before = (await shown('KODAMA-7', 2025)).current;
    expect(before).toMatchObject({ closed: true });
    await type(10);
    expect((await shown('KODAMA-7', 2025)).current).toEqual(before);
    const { indicators } = await planFigures(deps, 'kodama', 2025);
    for (const line of indicators) expect(await shown(line.id, 2025)).toEqual(line);
  });

  it('counts an opinion twice that was moved from a closed year to the next, and names it once too often', async () => {
    const { deps, decide, close, shown, july } = await city();
    await decide(july, { ...july, receivedOn: '2026-07-01' });
    expect((await shown(DEMO_PROPOSALS_ID, 2026)).current?.value).toBe(4);
    await close(2026);
    const restated = await restatementOf(deps, DEMO_PROPOSALS_ID, 2026);
    expect(restated).toMatchObject({ then: 4, now: 3, difference: -1, added: [], removed: ['july'] });
    expect((await shown(DEMO_PROPOSALS_ID, 2027)).current?.value).toBe(4);
  });

  it('keeps its words when the indicator is called otherwise', async () => {
    const { deps, later, shown } = await city();
    const old = (await shown(DEMO_PROPOSALS_ID, 2025)).name;
    later();
    await changeWording(deps, boss, {
      indicatorId: DEMO_PROPOSALS_ID,
      version: 0,
      reason: '計画の改訂',
      name: '市民からの提案',
      definition: null,
      section: '市民の声',
      policy: '広聴',
      unit: '通',
      baseline: { value: 190, fiscalYear: 2024 },
    });
    expect(await shown(DEMO_PROPOSALS_ID, 2025)).toMatchObject({ name: old, unit: '件' });
    expect(await shown(DEMO_PROPOSALS_ID, 2026)).toMatchObject({ name: '市民からの提案', unit: '通' });
  });
});

describe('the closed years of one indicator', () => {
  it('are read at the same price however many years and indicators there are', async () => {
    const { store, deps, close } = await city();
    const reads: string[] = [];
    for (const name of ['yearlyCounts', 'typedValues', 'closings', 'indicatorsOf'] as const) {
      const real = store[name] as (...args: never[]) => Promise<never>;
      (store as unknown as Record<string, unknown>)[name] = (...args: never[]) => {
        reads.push(name);
        return real(...args);
      };
    }
    const priceOf = async (id: string) => {
      reads.length = 0;
      const years = await closedYearsOf(deps, id);
      return { years: years.length, reads: [...reads].sort() };
    };
    const one = await priceOf(DEMO_PROPOSALS_ID);
    expect(one).toEqual({ years: 1, reads: ['closings', 'indicatorsOf', 'typedValues', 'yearlyCounts'] });
    expect((await priceOf(SATISFACTION)).reads).toEqual(['closings', 'indicatorsOf', 'typedValues']);
    await close(2026);
    expect(await priceOf(DEMO_PROPOSALS_ID)).toEqual({ ...one, years: 2 });
    await changeSource(deps, boss, complaints());
    expect((await priceOf(DEMO_PROPOSALS_ID)).reads.filter((name) => name === 'yearlyCounts')).toHaveLength(2);
    reads.length = 0;
    await closedYears(deps, 'kodama');
    // Two indicators are counted; one of them in two ways by now.
    expect(reads.filter((name) => name === 'yearlyCounts')).toHaveLength(3);
    expect((await closedYearsOf(deps, DEMO_IMPLEMENTED_ID))[1]?.numbers).toMatchObject([{ then: 0, otherwise: null }]);
  });
});
