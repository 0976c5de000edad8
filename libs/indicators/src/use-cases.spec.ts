import { DomainError, type Actor, type Clock, type FieldProblem } from '@kotae/kernel';
import { opinionsBehindNumber } from './behind-number';
import { closeFiscalYear, previewClosing } from './close-fiscal-year';
import { isIntact } from './closing';
import { dashboard } from './dashboard';
import { deltasForOutcome, deltasForReclassification, type CountState } from './deltas';
import { DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
import { MemoryStore } from './memory-store';
import { restatementOf } from './restated-figure';
import { someIndicator } from './sample-indicator';
import { checkSource } from './source';
import { typeInValue, type TypeInValueInput } from './type-in-value';

const staff: Actor = { kind: 'staff', staffId: 'st1', name: '三上 広', role: 'desk', sectionId: null };
const SATISFACTION = 'KODAMA-3';
const SHARE = 'KODAMA-7';

class SettableClock implements Clock {
  constructor(private time: Date) {}
  now = () => this.time;
  set(iso: string): void {
    this.time = new Date(iso);
  }
}

async function city() {
  const store = new MemoryStore();
  await store.addPlans(demoCityPlan());
  const clock = new SettableClock(new Date('2026-11-20T03:00:00Z'));
  const deps = { unitOfWork: store.unitOfWork, clock };
  const opinion = (n: number, receivedOn: string, cls: CountState['class']): CountState => ({
    opinionId: `o${String(n).padStart(3, '0')}`,
    receivedOn,
    channel: 'web',
    district: null,
    class: cls,
    topic: 'roads',
    sectionId: 's1',
    outcome: null,
    outcomeOn: null,
  });
  const receive = async (state: CountState) => {
    await store.appendFacts(deltasForReclassification(null, state), clock.now());
    return state;
  };
  const change = (before: CountState, after: CountState) =>
    store.appendFacts(deltasForReclassification(before, after), clock.now());
  const decide = (before: CountState, outcomeOn: string) =>
    store.appendFacts(deltasForOutcome(before, { ...before, outcome: 'implemented', outcomeOn }), clock.now());
  const input = (change: Partial<TypeInValueInput> = {}): TypeInValueInput => ({
    indicatorId: SATISFACTION,
    fiscalYear: 2025,
    value: 72,
    sourceText: '令和7年度 対話事業アンケート集計',
    ...change,
  });
  const line = async (id: string, year: number) => {
    const found = (await dashboard(deps, 'kodama', year)).lines.find((l) => l.indicator.id === id);
    if (!found) throw new Error(`no line ${id}`);
    return found;
  };
  return { store, clock, deps, opinion, receive, change, decide, input, line };
}

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}
const fieldsOf = (error: DomainError): string[] => error.fields.map((f: FieldProblem) => f.field);

describe('the demo city’s plan', () => {
  it('has the two automatic rows and says that baselines and targets are its own', () => {
    const { plans, indicators } = demoCityPlan();
    expect(plans[0]).toMatchObject({ own: true, period: { first: 2025, last: 2029 } });
    expect(plans[0]?.notes[0]?.japanese).toMatch(/架空の市/);
    expect(indicators.find((i) => i.id === DEMO_PROPOSALS_ID)).toMatchObject({
      name: '市政への提案の件数',
      mode: 'cumulative',
      source: { kind: 'facts', measure: 'class', classes: ['operations_improvement', 'policy_proposal'] },
    });
    expect(indicators.find((i) => i.id === DEMO_IMPLEMENTED_ID)).toMatchObject({
      name: '提案意見の実施数',
      mode: 'annual',
      baseline: { value: 17 },
      source: { kind: 'facts', measure: 'outcome', outcomes: ['implemented'] },
    });
    for (const i of indicators) expect(() => checkSource(i.id, i.source)).not.toThrow();
  });
});

describe('dashboard', () => {
  it('counts proposals over the period and implemented ones in the year, each opening to exactly that many', async () => {
    const { deps, opinion, receive, decide, line } = await city();
    const first = await receive(opinion(1, '2025-06-01', 'policy_proposal'));
    await receive(opinion(2, '2026-03-31', 'operations_improvement'));
    await receive(opinion(3, '2026-04-01', 'policy_proposal'));
    await receive(opinion(4, '2026-05-01', 'complaint'));
    await receive(opinion(5, '2024-05-01', 'policy_proposal'));
    await decide(first, '2026-10-10');

    const proposals = await line(DEMO_PROPOSALS_ID, 2026);
    expect(proposals.actual).toMatchObject({ value: 3, basis: '令和7年度〜令和8年度の累計' });
    expect(proposals.achievement).toMatchObject({ formula: 'ratio', percent: 0.2, met: false });
    expect(proposals.yearly).toEqual([
      { fiscalYear: 2025, value: 2 },
      { fiscalYear: 2026, value: 1 },
    ]);
    expect(proposals.monthlyChart?.total).toBe(1);
    expect(await line(DEMO_IMPLEMENTED_ID, 2026)).toMatchObject({ actual: { value: 1 }, achievement: { percent: 4 } });
    expect((await line(DEMO_IMPLEMENTED_ID, 2025)).actual.value).toBe(0);

    const behind = (scope: Parameters<typeof opinionsBehindNumber>[1]['scope']) =>
      opinionsBehindNumber(deps, { indicatorId: DEMO_PROPOSALS_ID, fiscalYear: 2026, scope });
    expect((await behind({ kind: 'value' })).items.map((o) => o.opinionId)).toEqual(['o003', 'o002', 'o001']);
    expect((await behind({ kind: 'year' })).items).toHaveLength(1);
    expect((await behind({ kind: 'month', month: '2026-04' })).items).toHaveLength(1);
    expect((await behind({ kind: 'month', month: '2026-05' })).items).toHaveLength(0);
    expect((await refusal(behind({ kind: 'month', month: '2025-04' }))).code).toBe('invalid_input');
  });

  it('pages through what is behind a number without loss or repetition', async () => {
    const { deps, opinion, receive } = await city();
    for (let n = 1; n <= 25; n++)
      await receive(opinion(n, `2026-05-${String((n % 5) + 1).padStart(2, '0')}`, 'policy_proposal'));
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof opinionsBehindNumber>>['next'] = null;
    do {
      const page = await opinionsBehindNumber(deps, {
        indicatorId: DEMO_PROPOSALS_ID,
        fiscalYear: 2026,
        scope: { kind: 'value' },
        after,
        limit: 4,
      });
      seen.push(...page.items.map((o) => o.opinionId));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('shows a year that has not begun without numbers, and typed values with their source', async () => {
    const { deps, input, line } = await city();
    await typeInValue(deps, staff, input());
    const typed = await line(SATISFACTION, 2025);
    expect(typed).toMatchObject({
      actual: { value: 72 },
      typed: { author: '三上 広', sourceText: '令和7年度 対話事業アンケート集計' },
      achievement: { formula: 'ratio', percent: 102.9, met: true, words: '目標（70%）に届いています' },
      monthlyChart: null,
      countedRange: null,
    });
    expect(await line(DEMO_IMPLEMENTED_ID, 2027)).toMatchObject({ actual: { value: null }, monthlyChart: null });
    expect((await line(DEMO_IMPLEMENTED_ID, 2027)).achievement.why).toBe('令和9年度の値がまだありません。');
  });

  it('works out the share of met indicators and what it leaves out', async () => {
    const { deps, input, line } = await city();
    await typeInValue(deps, staff, input());
    await typeInValue(deps, staff, input({ indicatorId: 'KODAMA-4', value: 900 }));
    // Met: satisfaction. Not met: the two counted (0) and KODAMA-4. No value yet: KODAMA-5 and KODAMA-6.
    expect(await line(SHARE, 2025)).toMatchObject({
      share: { met: 1, judged: 4, leftOut: 2 },
      actual: { value: 25 },
      achievement: { met: false },
    });
    expect((await dashboard(deps, 'kodama', 2025)).summary).toEqual({ met: 1, notMet: 4, unknown: 2 });
  });

  it('refuses an unknown plan and an impossible year', async () => {
    const { deps } = await city();
    expect((await refusal(dashboard(deps, 'nowhere', 2026))).code).toBe('not_found');
    expect(fieldsOf(await refusal(dashboard(deps, 'kodama', 20.5)))).toEqual(['fiscalYear']);
  });
});

describe('typeInValue', () => {
  it('appends: the newest counts, the earlier ones stay, and a value can be taken back', async () => {
    const { store, clock, deps, input, line } = await city();
    await typeInValue(deps, staff, input());
    clock.set('2026-11-21T03:00:00Z');
    await typeInValue(deps, staff, input({ value: 68.5, sourceText: ' 再集計 ' }));
    expect((await line(SATISFACTION, 2025)).actual.value).toBe(68.5);
    expect((await store.typedValues([SATISFACTION])).map((v) => v.sourceText)).toEqual([
      '令和7年度 対話事業アンケート集計',
      '再集計',
    ]);
    clock.set('2026-11-22T03:00:00Z');
    await typeInValue(deps, staff, input({ value: null, sourceText: '入力の誤り' }));
    expect((await line(SATISFACTION, 2025)).actual.value).toBeNull();
  });

  it('names every wrong field in plain Japanese and writes nothing', async () => {
    const { store, deps, input } = await city();
    const error = await refusal(
      typeInValue(deps, staff, input({ fiscalYear: 2027, value: Number.NaN, sourceText: '　' })),
    );
    expect(error.code).toBe('invalid_input');
    expect(fieldsOf(error)).toEqual(['fiscalYear', 'value', 'sourceText']);
    expect(error.fields[0]?.message).toBe('まだ始まっていない年度です。令和8年度までの値を入れられます。');
    expect(fieldsOf(await refusal(typeInValue(deps, staff, input({ sourceText: 'あ'.repeat(501) }))))).toEqual([
      'sourceText',
    ]);
    expect(fieldsOf(await refusal(typeInValue(deps, staff, input({ value: 1e16 }))))).toEqual(['value']);
    expect(await store.typedValues([SATISFACTION])).toEqual([]);
  });

  it('refuses what counts by itself, what is computed and what does not exist', async () => {
    const { deps, input } = await city();
    const code = async (indicatorId: string) => (await refusal(typeInValue(deps, staff, input({ indicatorId })))).code;
    expect(await code(DEMO_PROPOSALS_ID)).toBe('wrong_state');
    expect(await code(SHARE)).toBe('wrong_state');
    expect(await code('nothing')).toBe('not_found');
  });

  it('takes only done or not yet for a milestone', async () => {
    const { store, deps, input } = await city();
    const book = demoCityPlan();
    const milestone = someIndicator({ id: 'm1', planId: 'kodama', mode: 'milestone', direction: 'milestone' });
    await store.addPlans({ ...book, indicators: [milestone] });
    expect(fieldsOf(await refusal(typeInValue(deps, staff, input({ indicatorId: 'm1', value: 2 }))))).toEqual([
      'value',
    ]);
    await expect(typeInValue(deps, staff, input({ indicatorId: 'm1', value: 1 }))).resolves.toMatchObject({ value: 1 });
  });
});

describe('closing a fiscal year', () => {
  it('freezes numbers with the opinions behind them, and shows later corrections as restatement', async () => {
    const { store, clock, deps, opinion, receive, change, line } = await city();
    const kept = await receive(opinion(1, '2025-06-01', 'policy_proposal'));
    const mistaken = await receive(opinion(2, '2025-07-01', 'policy_proposal'));
    const frozen = await closeFiscalYear(deps, staff, { planId: 'kodama', fiscalYear: 2025 });
    const figure = frozen.content.figures.find((f) => f.indicatorId === DEMO_PROPOSALS_ID);
    expect(figure?.value).toBe(2);
    expect(figure?.opinions.map((o) => o.opinionId)).toEqual(['o001', 'o002']);
    expect(isIntact(frozen)).toBe(true);
    expect((await line(DEMO_PROPOSALS_ID, 2025)).closed).toMatchObject({ difference: 0 });

    clock.set('2026-12-01T00:00:00Z');
    await change(mistaken, { ...mistaken, class: 'complaint' });
    await change(kept, { ...kept, topic: 'parks' });
    await receive(opinion(3, '2026-03-31', 'operations_improvement'));
    await receive(opinion(4, '2026-03-31', 'operations_improvement'));
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2025)).toMatchObject({
      then: 2,
      now: 3,
      difference: 1,
      added: ['o003', 'o004'],
      removed: ['o002'],
      changed: ['o001'],
    });
    expect((await line(DEMO_PROPOSALS_ID, 2025)).closed).toMatchObject({ figure: { value: 2 }, difference: 1 });
    expect((await store.closing('kodama', 2025))?.canonical).toBe(frozen.canonical);
  });

  it('happens once, after the year is over in Tokyo, for a plan that exists', async () => {
    const { clock, deps } = await city();
    const close = (fiscalYear: number, planId = 'kodama') => closeFiscalYear(deps, staff, { planId, fiscalYear });
    expect((await refusal(close(2026))).code).toBe('wrong_state');
    clock.set('2027-03-31T14:59:59Z');
    expect((await refusal(close(2026))).code).toBe('wrong_state');
    clock.set('2027-03-31T15:00:00Z');
    await expect(close(2025)).resolves.toBeDefined();
    await expect(close(2026)).resolves.toBeDefined();
    expect((await refusal(close(2026))).code).toBe('conflict');
    expect((await refusal(close(2025, 'nowhere'))).code).toBe('not_found');
    expect((await refusal(restatementOf(deps, DEMO_PROPOSALS_ID, 2027))).code).toBe('not_found');
    // The plan is of 2025 to 2029.
    expect((await refusal(close(2024))).code).toBe('invalid_input');
    expect((await refusal(previewClosing(deps, 'kodama', 2030))).code).toBe('invalid_input');
  });

  it('writes nothing when a number and its list disagree', async () => {
    const { store, deps, opinion, receive } = await city();
    await receive(opinion(1, '2025-06-01', 'policy_proposal'));
    store.yearlyCounts = async () => [{ fiscalYear: 2025, count: 2 }];
    expect((await refusal(closeFiscalYear(deps, staff, { planId: 'kodama', fiscalYear: 2025 }))).code).toBe('stale');
    expect(await store.closings('kodama')).toEqual([]);
  });

  it('keeps the source of a typed value with the closed figure', async () => {
    const { deps, input } = await city();
    await typeInValue(deps, staff, input());
    const frozen = await closeFiscalYear(deps, staff, { planId: 'kodama', fiscalYear: 2025 });
    expect(frozen.content.figures.find((f) => f.indicatorId === SATISFACTION)).toMatchObject({
      value: 72,
      sourceText: '令和7年度 対話事業アンケート集計',
      opinions: [],
      target: '70 %',
    });
  });
});

describe('opinions behind a number', () => {
  it('has none for typed values', async () => {
    const { deps } = await city();
    const error = await refusal(
      opinionsBehindNumber(deps, { indicatorId: SATISFACTION, fiscalYear: 2025, scope: { kind: 'value' } }),
    );
    expect(error.code).toBe('wrong_state');
  });
});

describe('checkSource', () => {
  const problems = (source: Parameters<typeof checkSource>[1]) => {
    try {
      checkSource('me', source);
    } catch (error) {
      if (error instanceof DomainError) return fieldsOf(error);
    }
    return [];
  };

  it('refuses filters and formulas that can never give a number', () => {
    expect(problems({ kind: 'facts', measure: 'outcome' })).toEqual(['outcomes']);
    expect(problems({ kind: 'facts', measure: 'class', outcomes: ['implemented'] })).toEqual(['outcomes']);
    expect(problems({ kind: 'facts', measure: 'class', topics: [] })).toEqual(['topics']);
    expect(problems({ kind: 'formula', op: 'share_met', indicatorIds: [] })).toEqual(['indicatorIds']);
    expect(problems({ kind: 'formula', op: 'share_met', indicatorIds: ['me'] })).toEqual(['indicatorIds']);
    expect(problems({ kind: 'formula', op: 'share_met', indicatorIds: ['a', 'a'] })).toEqual(['indicatorIds']);
    expect(problems({ kind: 'facts', measure: 'class', channels: ['web'] })).toEqual([]);
    expect(problems({ kind: 'typed' })).toEqual([]);
  });
});
