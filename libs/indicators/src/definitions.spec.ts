import { DomainError, type Actor } from '@kotae/kernel';
import { changeFormula, changeSource } from './change-definition';
import { changeWording, type WordingChange } from './change-wording';
import { closeFiscalYear, previewClosing } from './close-fiscal-year';
import { closedYears } from './closed-numbers';
import { addIndicator, createPlan, type IndicatorInput } from './create-plan';
import { changesOf } from './definition-change';
import { DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
import { deltasForReclassification, type CountState } from './deltas';
import { indicatorFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import { targetFor } from './model';
import { previewSource } from './preview-source';
import { restatementOf } from './restated-figure';
import { reviseTarget, type TargetRevision } from './revise-target';
import { someBaseline, someIndicator } from './sample-indicator';
import { typeInValue } from './type-in-value';

const boss: Actor = { kind: 'staff', staffId: 'm1', name: '管 良子', role: 'management', sectionId: null };
const REASON = '実情に合わせるため';

async function city() {
  const store = new MemoryStore();
  await store.addPlans(demoCityPlan());
  let now = new Date('2026-11-20T03:00:00Z');
  const deps = { unitOfWork: store.unitOfWork, clock: { now: () => now } };
  const state = (n: number, receivedOn: string, cls: CountState['class']): CountState => ({
    opinionId: `o${n}`,
    receivedOn,
    channel: n % 2 === 0 ? 'web' : 'letter',
    district: null,
    class: cls,
    topic: 'roads',
    sectionId: 's1',
    outcome: null,
    outcomeOn: null,
  });
  const receive = (n: number, receivedOn: string, cls: CountState['class']) =>
    store.appendFacts(deltasForReclassification(null, state(n, receivedOn, cls)), now);
  await receive(1, '2025-06-01', 'policy_proposal');
  await receive(2, '2025-07-01', 'complaint');
  await receive(3, '2026-05-01', 'complaint');
  const later = () => (now = new Date(now.getTime() + 1000));
  return { store, deps, receive, later };
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
const fields = (error: DomainError) => error.fields.map((f) => f.field);

const COMPLAINTS = { kind: 'facts', measure: 'class', classes: ['complaint'] } as const;
const change = (version: number, more: Partial<Parameters<typeof changeSource>[2]> = {}) => ({
  indicatorId: DEMO_PROPOSALS_ID,
  version,
  reason: REASON,
  mode: 'cumulative' as const,
  source: COMPLAINTS,
  ...more,
});

describe('changing how an indicator counts', () => {
  it('counts anew at once, keeps what was before with who and why, and says so in a note', async () => {
    const { store, deps } = await city();
    expect((await indicatorFigures(deps, DEMO_PROPOSALS_ID, 2026)).current?.value).toBe(1);
    await changeSource(deps, boss, change(0));
    const shown = await indicatorFigures(deps, DEMO_PROPOSALS_ID, 2026);
    expect(shown.current?.value).toBe(2);
    expect(shown.sourceWords).toContain('苦情');
    expect(shown.notes.at(-1)).toBe(
      '令和8年11月20日（金）に数え方を変えました。前の数え方：分類が事務改善要望または政策提案の意見を、受け付けた年度ごとに数え、計画の5年間（令和7年度〜令和11年度）を足し上げます。',
    );
    const [kept] = changesOf(await store.definitionChanges('kodama'), DEMO_PROPOSALS_ID);
    expect(kept).toMatchObject({ version: 1, kind: 'source', author: '管 良子', authorId: 'm1', reason: REASON });
    expect(kept?.before).toEqual(demoCityPlan().indicators.find((i) => i.id === DEMO_PROPOSALS_ID));
  });

  it('refuses who looked at an older version, says nothing about why, or asks for what cannot be', async () => {
    const { store, deps } = await city();
    await changeSource(deps, boss, change(0));
    const code = async (input: Parameters<typeof changeSource>[2]) =>
      (await refusal(changeSource(deps, boss, input))).code;
    expect(await code(change(0))).toBe('stale');
    expect(await code(change(1, { indicatorId: 'nothing' }))).toBe('not_found');
    const wrong = async (more: Parameters<typeof change>[1]) =>
      fields(await refusal(changeSource(deps, boss, change(1, more))));
    expect(await wrong({ reason: '　' })).toEqual(['reason']);
    expect(await wrong({ reason: 'あ'.repeat(1001) })).toEqual(['reason']);
    expect(await wrong({ mode: 'milestone' })).toEqual(['mode']);
    expect(await wrong({ source: { kind: 'facts', measure: 'outcome' } })).toEqual(['outcomes']);
    expect(await wrong({ source: { kind: 'formula', op: 'share_met', indicatorIds: ['x'] }, mode: 'annual' })).toEqual([
      'indicatorIds',
    ]);
    expect(
      await wrong({ source: { kind: 'formula', op: 'ratio', indicatorIds: [DEMO_IMPLEMENTED_ID] }, mode: 'annual' }),
    ).toEqual(['indicatorIds']);
    expect(await wrong({ source: { kind: 'formula', op: 'share_met', indicatorIds: [DEMO_IMPLEMENTED_ID] } })).toEqual([
      'mode',
    ]);
    expect(await store.definitionChanges('kodama')).toHaveLength(1);
  });

  it('refuses formulas that lead back to themselves, and names the way round', async () => {
    const { deps } = await city();
    // KODAMA-7 is made of KODAMA-1 … KODAMA-6.
    const error = await refusal(
      changeSource(
        deps,
        boss,
        change(0, { mode: 'annual', source: { kind: 'formula', op: 'sum', indicatorIds: ['KODAMA-7'] } }),
      ),
    );
    expect(error.fields).toEqual([
      {
        field: 'indicatorIds',
        message:
          '計算がぐるりと回って自分に戻ります：「市政への提案の件数」→「広聴の指標の達成状況（割合）」→「市政への提案の件数」。どれかを外してください。',
      },
    ]);
  });

  it('is tried before it is saved, with the numbers that the page shows afterwards', async () => {
    const { store, deps } = await city();
    const tried = await previewSource(deps, DEMO_PROPOSALS_ID, change(0), 2026);
    expect(tried.present.yearly.map((y) => y.actual)).toEqual([1, 1]);
    expect(tried.changed.yearly).toEqual([
      { fiscalYear: 2025, value: 1, actual: 1 },
      { fiscalYear: 2026, value: 1, actual: 2 },
    ]);
    expect(tried.changed.sentence).toMatch(/^分類が苦情の意見を/);
    expect(await store.definitionChanges('kodama')).toEqual([]);
    await changeSource(deps, boss, change(0));
    const shown = await indicatorFigures(deps, DEMO_PROPOSALS_ID, 2026);
    expect(shown.yearly.map((y) => y.cumulative)).toEqual(tried.changed.yearly.map((y) => y.actual));
    expect(shown.achievement.words).toBe(tried.changed.achievement.words);
    expect(
      fields(await refusal(previewSource(deps, DEMO_PROPOSALS_ID, change(0, { mode: 'milestone' }), 2026))),
    ).toEqual(['mode']);
  });

  it('never changes a closed year: the old question goes on being asked, the new answer stands beside it', async () => {
    const { deps, receive, later } = await city();
    const frozen = await closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear: 2025 });
    later();
    await changeSource(deps, boss, change(0));
    await receive(4, '2025-09-01', 'policy_proposal');
    expect(await restatementOf(deps, DEMO_PROPOSALS_ID, 2025)).toMatchObject({ then: 1, now: 2, added: ['o4'] });
    const { years } = await closedYears(deps, 'kodama');
    expect(years[0]?.sha256).toBe(frozen.sha256);
    expect(years[0]?.numbers.find((n) => n.indicatorId === DEMO_PROPOSALS_ID)).toMatchObject({
      then: 1,
      now: 2,
      difference: 1,
      restated: true,
      otherwise: { value: 1 },
    });
    expect(years[0]?.numbers.find((n) => n.indicatorId === DEMO_IMPLEMENTED_ID)).toMatchObject({
      restated: false,
      otherwise: null,
    });
  });
});

describe('changing what an indicator is called', () => {
  const wording = (version: number, more: Partial<WordingChange> = {}): WordingChange => ({
    indicatorId: DEMO_IMPLEMENTED_ID,
    version,
    reason: REASON,
    name: '提案意見の実施数',
    definition: '実施した提案の件数',
    section: '市民の声',
    policy: '広聴',
    unit: '件',
    baseline: { value: 17, fiscalYear: 2024, printed: '17 件' },
    ...more,
  });

  it('keeps what it was called, with who and why, and says so in a note', async () => {
    const { store, deps } = await city();
    const before = await store.indicator(DEMO_IMPLEMENTED_ID);
    const baseline = { value: 18.5, fiscalYear: 2023, printed: ' ' };
    await changeWording(deps, boss, wording(0, { name: ' 実現した提案 ', unit: '通', baseline }));
    const after = await store.indicator(DEMO_IMPLEMENTED_ID);
    expect(after).toMatchObject({
      name: '実現した提案',
      unit: '通',
      baseline: { raw: ['18.5通'], value: 18.5, asOf: { fiscalYear: 2023, raw: '（令和5年度）' } },
      targets: [{ target: { unit: '通', raw: ['25 件'], value: 25 } }],
      source: before?.source,
    });
    expect(after?.notes.at(-1)?.japanese).toMatch(
      /^令和8年11月20日（金）に名前・.*を変えました。前は名前「提案意見の実施数」、.*基準値「17 ?件（令和6年度）」。$/,
    );
    const [kept] = changesOf(await store.definitionChanges('kodama'), DEMO_IMPLEMENTED_ID);
    expect(kept).toMatchObject({ kind: 'wording', version: 1, author: '管 良子', reason: REASON });
    expect(kept?.before).toEqual(before);
    expect((await refusal(changeWording(deps, boss, wording(0)))).code).toBe('stale');
  });

  it('leaves what the plan prints of the baseline as it is when it is not touched', async () => {
    const { store, deps } = await city();
    const printed = { ...someBaseline(17), raw: ['17', '件'], other: [{ raw: ['16 件'], value: 16, asOf: null }] };
    const plan = demoCityPlan();
    const asOf = { raw: '（R6.4.1）', fiscalYear: 2024, date: '2024-04-01' };
    const indicator = someIndicator({ id: 'b', planId: 'kodama', baseline: { ...printed, asOf } });
    await store.addPlans({ ...plan, indicators: [indicator] });
    const change = (version: number, more: Partial<WordingChange>) =>
      changeWording(deps, boss, wording(version, { indicatorId: 'b', name: '別の名前', ...more }));
    await change(0, { baseline: { value: 17, fiscalYear: 2024, printed: '17件' } });
    expect((await store.indicator('b'))?.baseline).toEqual({ ...printed, asOf });
    await change(1, { baseline: { value: 19, fiscalYear: 2024, printed: '19件ほど' } });
    expect((await store.indicator('b'))?.baseline).toMatchObject({ raw: ['19件ほど'], value: 19, asOf });
    await change(2, { baseline: { value: null, fiscalYear: 2024, printed: '調査前' } });
    expect((await store.indicator('b'))?.baseline).toMatchObject({
      raw: ['調査前'],
      value: null,
      comparator: null,
      asOf,
    });
    await change(3, { baseline: { value: null, fiscalYear: null } });
    expect((await store.indicator('b'))?.baseline).toBeNull();
  });

  it('makes words that came from the number anew with it, and asks for others beside a new number', async () => {
    const { store, deps } = await city();
    const baseline = async () => (await store.indicator(DEMO_IMPLEMENTED_ID))?.baseline;
    const change = (version: number, value: number | null, printed: string | null, unit = '件') =>
      changeWording(deps, boss, wording(version, { unit, baseline: { value, fiscalYear: 2024, printed } }));
    expect((await refusal(change(0, 190, '17 件'))).fields).toEqual([
      {
        field: 'baseline.printed',
        message: '基準値の数字が変わりました。「17 件」を新しい数字に合わせて書き直すか、空にしてください。',
      },
    ]);
    expect(fields(await refusal(change(0, null, '17 件')))).toEqual(['baseline.printed']);
    await change(0, 185, '');
    expect(await baseline()).toMatchObject({ raw: ['185件'], value: 185 });
    expect(fields(await refusal(change(1, 185, '')))).toEqual(['name']);
    await change(1, 190, '185件');
    expect(await baseline()).toMatchObject({ raw: ['190件'], value: 190 });
    await change(2, 190, '190件', '通');
    expect(await baseline()).toMatchObject({ raw: ['190件'], value: 190, unit: '通' });
    await change(3, 1234.5, null, '通');
    expect(await baseline()).toMatchObject({ raw: ['1,234.5通'] });
    await change(4, 1234.5, null, '件');
    expect(await baseline()).toMatchObject({ raw: ['1,234.5件'], unit: '件' });
    expect(fields(await refusal(change(5, null, '1,234.5件')))).toEqual(['baseline.value']);
  });

  it('never takes another scale for numbers that stand; a sum would add both', async () => {
    const { store, deps, later } = await city();
    // The sum of FY2025 is not known, as FY2024 is missing: what the year brought stands all the same.
    const period = { first: 2024, last: 2029 };
    const sum = someIndicator({ id: 'sum', planId: 'kodama', name: '参加者', unit: '人', mode: 'cumulative', period });
    await store.addPlans({ ...demoCityPlan(), indicators: [sum] });
    const unit = (version: number, words: string, indicatorId = 'sum') =>
      changeWording(deps, boss, wording(version, { indicatorId, name: `指標${indicatorId}`, unit: words }));
    const refused = async (version: number, words: string, indicatorId?: string) =>
      (await refusal(unit(version, words, indicatorId))).fields;
    const typed = (value: number | null) =>
      typeInValue(deps, boss, { indicatorId: 'sum', fiscalYear: 2025, value, sourceText: '集計' });
    await unit(0, '百人');
    await unit(1, '人');
    await typed(1200);
    expect(await refused(2, '千人')).toEqual([
      {
        field: 'unit',
        message:
          '単位を「人」から「千人」に変えると、これまでの値が別の数になってしまいます。この単位では、新しい指標を登録してください。',
      },
    ]);
    expect((await refused(2, '%'))?.[0]?.field).toBe('unit');
    await unit(2, '名');
    later();
    await typed(null);
    await unit(3, '千人');
    await unit(4, '名');
    later();
    await typed(1200);
    await closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear: 2025 });
    later();
    await typed(null);
    expect((await refused(5, '千人'))?.[0]?.field).toBe('unit');
    // Opinions are counted one by one, whether or not a year is closed.
    expect((await refused(0, '千件', DEMO_PROPOSALS_ID))?.[0]?.message).toContain('1件ずつ');
    await expect(unit(0, '通', DEMO_PROPOSALS_ID)).resolves.toMatchObject({ version: 1 });
  });

  it('names every wrong field, and refuses what says the same or belongs to another city’s plan', async () => {
    const { store, deps } = await city();
    const wrong = async (more: Partial<WordingChange>) =>
      fields(await refusal(changeWording(deps, boss, wording(0, more))));
    const long = 'あ'.repeat(201);
    expect(await wrong({ name: ' ', unit: long, section: long, policy: long, definition: 'あ'.repeat(1001) })).toEqual([
      'name',
      'unit',
      'section',
      'policy',
      'definition',
    ]);
    expect(await wrong({ name: '市政への提案の件数' })).toEqual(['name']);
    expect(await wrong({ reason: '' })).toEqual(['reason']);
    expect(await wrong({ baseline: { value: 1e16, fiscalYear: 2024, printed: long } })).toEqual([
      'baseline.printed',
      'baseline.value',
    ]);
    expect(await wrong({ baseline: { value: null, fiscalYear: 2024 } })).toEqual(['baseline.value']);
    await changeWording(deps, boss, wording(0, { policy: '' }));
    expect(fields(await refusal(changeWording(deps, boss, wording(1, { policy: '' }))))).toEqual(['name']);
    const [plan] = demoCityPlan().plans;
    const other = someIndicator({ id: 'x', planId: 'other' });
    await store.addPlans({ plans: [{ ...plan!, id: 'other', own: false }], programmes: [], indicators: [other] });
    expect((await refusal(changeWording(deps, boss, wording(0, { indicatorId: 'x' })))).code).toBe('wrong_state');
  });
});

describe('looking before closing', () => {
  it('names the numbers that would be frozen; others than those are refused', async () => {
    const { store, deps, receive } = await city();
    store.unsorted.push('2025-04-01', '2026-03-31', '2026-04-01');
    const seen = await previewClosing(deps, 'kodama', 2025);
    expect(seen).toMatchObject({ over: true, unsorted: 2 });
    expect(seen.figures[0]).toMatchObject({ indicatorId: DEMO_PROPOSALS_ID, value: 1 });
    await receive(5, '2025-09-01', 'policy_proposal');
    const close = (digest: string) => closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear: 2025, digest });
    expect((await refusal(close(seen.digest))).code).toBe('stale');
    const again = await previewClosing(deps, 'kodama', 2025);
    const frozen = await close(again.digest);
    for (const figure of again.figures)
      expect(frozen.content.figures.find((f) => f.indicatorId === figure.indicatorId)).toMatchObject({ ...figure });
    expect((await previewClosing(deps, 'kodama', 2026)).over).toBe(false);
    expect((await refusal(previewClosing(deps, 'nowhere', 2025))).code).toBe('not_found');
  });
});

describe('目標値の見直し', () => {
  const revision = (more: Partial<TargetRevision> = {}): TargetRevision => ({
    indicatorId: DEMO_IMPLEMENTED_ID,
    version: 0,
    reason: '目標を早く超えたため',
    comparison: 'ge',
    value: 60,
    targetYear: 2029,
    fromFiscalYear: 2026,
    ...more,
  });

  it('is a new version from a year on; years before it are judged by the old one', async () => {
    const { store, deps } = await city();
    await reviseTarget(deps, boss, revision());
    const indicator = await store.indicator(DEMO_IMPLEMENTED_ID);
    expect(indicator?.targets.map((t) => [t.version, t.fromFiscalYear, t.target.raw[0], t.decidedOn])).toEqual([
      [1, null, '25 件', '2025-03-21'],
      [2, 2026, '60件以上', '2026-11-20'],
    ]);
    expect(targetFor(indicator!, 2025)?.value).toBe(25);
    expect(targetFor(indicator!, 2026)).toMatchObject({ value: 60, comparator: 'ge', asOf: { raw: '（令和11年度）' } });
    expect((await indicatorFigures(deps, DEMO_IMPLEMENTED_ID, 2026)).notes.at(-1)).toContain('それまでは25 件');
  });

  it('does not reach into a closed year', async () => {
    const { deps } = await city();
    await closeFiscalYear(deps, boss, { planId: 'kodama', fiscalYear: 2025 });
    const error = await refusal(reviseTarget(deps, boss, revision({ fromFiscalYear: 2025 })));
    expect(error.fields).toEqual([
      { field: 'fromFiscalYear', message: '令和7年度はすでに締めています。令和8年度以降を選んでください。' },
    ]);
  });

  it('takes every comparison that plans print, and says what is missing', async () => {
    const { store, deps } = await city();
    const forms = [
      [{ comparison: 'le', value: 12 }, '12件以下'],
      [{ comparison: 'gt', value: 12 }, '12件より多く'],
      [{ comparison: 'eq', value: 1300 }, '1,300件'],
      [{ comparison: 'approx', value: 50, tolerance: 2 }, '概ね50件'],
      [{ comparison: 'range', value: 70, high: 80 }, '70〜80件'],
      [{ comparison: 'words', value: null, printed: '現状値以下' }, '現状値以下'],
    ] as const;
    for (const [index, [form, words]] of forms.entries()) {
      await reviseTarget(deps, boss, revision({ ...form, version: index }));
      expect((await store.indicator(DEMO_IMPLEMENTED_ID))?.targets.at(-1)?.target.raw).toEqual([words]);
    }
    const wrong = async (more: Partial<TargetRevision>) =>
      fields(await refusal(reviseTarget(deps, boss, revision({ version: forms.length, ...more }))));
    expect(await wrong({ value: null })).toEqual(['value']);
    expect(await wrong({ comparison: 'range', value: 5, high: 4 })).toEqual(['high']);
    expect(await wrong({ comparison: 'approx', tolerance: -1 })).toEqual(['tolerance']);
    expect(await wrong({ comparison: 'words', value: null })).toEqual(['printed']);
    expect(await wrong({ comparison: 'milestone', value: null })).toEqual(['comparison']);
    await store.addPlans({
      ...demoCityPlan(),
      indicators: [someIndicator({ id: 'm', planId: 'kodama', mode: 'milestone' })],
    });
    const done = (more: Partial<TargetRevision>) => reviseTarget(deps, boss, revision({ indicatorId: 'm', ...more }));
    expect(fields(await refusal(done({})))).toEqual(['comparison']);
    await expect(done({ comparison: 'words', value: null, printed: '見直し中' })).resolves.toBeDefined();
    expect(await wrong({ fromFiscalYear: 20 })).toEqual(['fromFiscalYear']);
  });

  it('leaves printed plans of others as they are', async () => {
    const { store, deps } = await city();
    const [plan] = demoCityPlan().plans;
    await store.addPlans({
      plans: [{ ...plan!, id: 'other', own: false }],
      programmes: [],
      indicators: [someIndicator({ id: 'x', planId: 'other' })],
    });
    expect((await refusal(reviseTarget(deps, boss, revision({ indicatorId: 'x' })))).code).toBe('wrong_state');
    await expect(
      changeFormula(deps, boss, { indicatorId: 'x', version: 0, formula: 'met', reason: REASON }),
    ).resolves.toMatchObject({ kind: 'formula' });
  });
});

describe('a plan of the city’s own', () => {
  const indicator = (more: Partial<IndicatorInput> = {}): IndicatorInput => ({
    planId: '',
    name: '研修受講者数',
    definition: null,
    section: '人づくり',
    policy: '',
    unit: '人',
    mode: 'annual',
    direction: 'increase',
    baseline: { value: 40, fiscalYear: 2024 },
    target: { comparison: 'ge', value: 100, targetYear: 2029 },
    source: { kind: 'typed' },
    formula: null,
    ...more,
  });

  it('is made with indicators of every kind, which work at once', async () => {
    const { store, deps } = await city();
    const plan = await createPlan(deps, boss, {
      municipality: 'こだま市',
      name: ' 行革大綱 ',
      firstYear: 2026,
      lastYear: 2030,
    });
    expect(plan).toMatchObject({ name: '行革大綱', own: true, period: { first: 2026, last: 2030 } });
    const add = (more: Partial<IndicatorInput>) => addIndicator(deps, boss, indicator({ planId: plan.id, ...more }));
    const trained = await add({});
    const staff = await add({ name: '正規職員数' });
    const complaints = await add({ name: '苦情の件数', unit: '件', mode: 'cumulative', source: COMPLAINTS });
    const share = await add({
      name: '研修の受講率',
      unit: '%',
      source: { kind: 'formula', op: 'ratio', indicatorIds: [trained.id, staff.id] },
    });
    const sum = await add({
      name: '合計',
      source: { kind: 'formula', op: 'sum', indicatorIds: [trained.id, staff.id] },
    });
    const mean = await add({
      name: '達成度の平均',
      unit: '%',
      source: { kind: 'formula', op: 'mean_achievement', indicatorIds: [trained.id, staff.id, complaints.id] },
    });
    const overall = await add({
      name: '達成状況',
      unit: '%',
      source: { kind: 'formula', op: 'share_met', indicatorIds: [trained.id, share.id] },
    });
    const typed = (indicatorId: string, value: number) =>
      typeInValue(deps, boss, { indicatorId, fiscalYear: 2026, value, sourceText: '人事課' });
    expect((await indicatorFigures(deps, share.id, 2026)).achievement.why).toBe('令和8年度の値がまだありません。');
    await typed(trained.id, 120);
    await typed(staff.id, 160);
    const value = async (id: string) => (await indicatorFigures(deps, id, 2026)).current?.value;
    expect(await value(complaints.id)).toBe(1);
    expect(await value(share.id)).toBe(75);
    expect(await value(sum.id)).toBe(280);
    // 120 % and 160 % of 100, and 1 % of 100.
    expect(await value(mean.id)).toBeCloseTo((120 + 160 + 1) / 3, 9);
    // 受講者 met 100, 受講率 75 did not.
    expect(await value(overall.id)).toBe(50);
    expect((await store.indicatorsOf(plan.id)).map((i) => i.order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(changesOf(await store.definitionChanges(plan.id), overall.id)).toMatchObject([
      { kind: 'created', before: null },
    ]);
    // What was made can be changed: its version is 1.
    await expect(changeSource(deps, boss, change(1, { indicatorId: complaints.id }))).resolves.toMatchObject({
      version: 2,
    });
  });

  it('names every wrong field', async () => {
    const { deps } = await city();
    const plan = (more: object) =>
      createPlan(deps, boss, { municipality: 'こだま市', name: '計画', firstYear: 2026, lastYear: 2030, ...more });
    expect(fields(await refusal(plan({ name: ' ', firstYear: 3 })))).toEqual(['name', 'firstYear']);
    const ending = async (lastYear: number) => (await refusal(plan({ lastYear }))).fields;
    expect(await ending(2025)).toEqual([
      { field: 'lastYear', message: '終わりの年度は、始まりの年度より前にできません。' },
    ]);
    expect(await ending(2056)).toEqual([{ field: 'lastYear', message: '計画の期間は、30年までにしてください。' }]);
    const add = (more: Partial<IndicatorInput>) => addIndicator(deps, boss, indicator({ planId: 'kodama', ...more }));
    expect(fields(await refusal(add({ name: '', target: { comparison: 'eq', value: null } })))).toEqual([
      'name',
      'value',
    ]);
    expect(fields(await refusal(add({ name: '提案意見の実施数' })))).toEqual(['name']);
    expect(fields(await refusal(add({ source: { kind: 'facts', measure: 'outcome' } })))).toEqual(['outcomes']);
    expect((await refusal(add({ planId: 'nowhere' }))).code).toBe('not_found');
  });
});
