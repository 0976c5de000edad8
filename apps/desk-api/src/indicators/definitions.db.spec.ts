import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type {
  CountingPreviews,
  CountingSource,
  DefinitionView,
  IndicatorChoices,
  IndicatorView,
  MadeView,
  NewIndicatorRequest,
  Page,
  PlanView,
  Problem,
  WordingChangeRequest,
} from '@kotae/contracts';
import { DEMO_IMPLEMENTED_ID, DEMO_PLAN_ID, DEMO_PROPOSALS_ID, type PlansFile } from '@kotae/indicators';
import { loadPlans } from '@kotae/persistence';
import { closeYear } from '../testing/test-closings';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

const DATA = new URL('../../../../data/plans.json', import.meta.url);

describe('how an indicator counts, as data', () => {
  let desk: TestDesk;
  let management: TestStaff;
  let administrator: TestStaff;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    const plans = JSON.parse(await readFile(DATA, 'utf8')) as PlansFile;
    await desk.owner.transaction((tx) => loadPlans(tx, plans));
    management = await desk.staff('management');
    administrator = await desk.staff('administrator');
    office = await desk.staff('desk');
    for (const [on, topic, channel] of [
      ['2025-06-01', 'transit', 'web'],
      ['2026-05-01', 'transit', 'letter'],
      ['2026-06-01', 'roads', 'web'],
      ['2026-07-01', 'transit', 'web'],
    ] as const) {
      const id = await sendLetter(desk, { receivedOn: on, channel, body: `${on}の${topic}の話です。` });
      await triageAsOne(office, id, {
        class: topic === 'roads' ? 'complaint' : 'policy_proposal',
        topic,
        sectionId: topic,
      });
    }
  });
  afterAll(() => desk.close());

  const path = (id: string) => `/api/indicators/${id}/definition`;
  const definition = async (id: string) => (await management.get<DefinitionView>(path(id))).body;
  const figures = async (id: string) =>
    (await management.get<IndicatorView>(`/api/indicators/${id}?fiscalYear=2026`)).body;
  const change = (who: TestStaff, id: string, source: CountingSource | object, more: object = {}) =>
    who.send<DefinitionView & Problem>('PUT', `${path(id)}/source`, {
      version: 0,
      mode: 'annual',
      source,
      reason: '実情に合わせるため',
      ...more,
    });
  const BUSES: CountingSource = {
    kind: 'facts',
    measure: 'class',
    topics: ['transit'],
    sectionIds: ['transit'],
    channels: ['web', 'letter'],
    districts: ['中央'],
  };

  it('is shown in words to everyone who sees the number, with what others could be made of', async () => {
    const shown = await definition(DEMO_PROPOSALS_ID);
    expect(shown).toMatchObject({ version: 0, own: true, mode: 'cumulative', changes: [], lastClosedYear: null });
    expect(shown.sentence).toMatch(/^分類が事務改善要望または政策提案の意見を/);
    expect(shown.others).toHaveLength(6);
    expect(shown.choices.operations.map(({ value }) => value)).toEqual([
      'share_met',
      'mean_achievement',
      'sum',
      'ratio',
    ]);
    expect((await management.get('/api/indicators/nothing/definition')).status).toBe(404);
    expect((await management.get<IndicatorChoices>('/api/indicator-choices')).body.comparisons).toHaveLength(8);
  });

  it('is tried, saved, counted anew, kept with its past, and named in public', async () => {
    const tried = await management.send<CountingPreviews>(
      'POST',
      `${path(DEMO_PROPOSALS_ID)}/preview?fiscalYear=2026`,
      { source: BUSES, mode: 'annual' },
    );
    expect(tried.status).toBe(200);
    expect(tried.body.present.yearly.map((y) => y.actual)).toEqual([1, 3]);
    expect(tried.body.changed.yearly.map((y) => y.actual)).toEqual([1, 2]);
    expect(tried.body.changed.sentence).toBe(
      '受付経路がウェブまたは手紙、分野が公共交通・バス、担当課が公共交通課、地区が中央の意見を、受け付けた年度ごとに数えます。',
    );

    const saved = await change(administrator, DEMO_PROPOSALS_ID, BUSES);
    expect(saved.body).toMatchObject({ version: 1, source: BUSES, sentence: tried.body.changed.sentence });
    const shown = await figures(DEMO_PROPOSALS_ID);
    expect(shown.current?.value).toBe(2);
    expect(shown.sourceWords).toContain('公共交通課');
    expect(shown.notes.at(-1)).toContain('数え方を変えました');
    const behind = await management.get<{ total: number }>(
      `/api/indicators/${DEMO_PROPOSALS_ID}/opinions?fiscalYear=2026`,
    );
    expect(behind.body.total).toBe(2);
    const { changes } = await definition(DEMO_PROPOSALS_ID);
    expect(changes).toMatchObject([
      { kindWords: '数え方の変更', author: 'administratorの人', reason: '実情に合わせるため' },
    ]);
    expect(changes[0]?.before).toMatch(/^分類が事務改善要望/);
    const rows = await desk.owner.query('select before is not null as kept from plan_change');
    expect(rows).toEqual([{ kept: true }]);
    const asDesk = await desk.database.as('kotae_desk');
    await expect(asDesk.query(`update plan_change set reason = ''`)).rejects.toThrow(/permission denied/);
    await expect(asDesk.query('delete from plan_change')).rejects.toThrow(/permission denied/);
  });

  it('lets only one of two win who change it at once, and nobody change what they did not see', async () => {
    const outcomes = { kind: 'facts', measure: 'outcome', outcomes: ['implemented', 'planned'] };
    const both = await Promise.all([
      change(management, DEMO_IMPLEMENTED_ID, outcomes),
      change(administrator, DEMO_IMPLEMENTED_ID, outcomes),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('stale');
    expect((await change(management, DEMO_IMPLEMENTED_ID, outcomes)).body.code).toBe('stale');
    expect((await definition(DEMO_IMPLEMENTED_ID)).changes).toHaveLength(1);
  });

  it('refuses in words, beside the field, and only lets in who may', async () => {
    for (const role of ['desk', 'auditor'] as const)
      expect((await change(await desk.staff(role), DEMO_PROPOSALS_ID, BUSES)).status).toBe(403);
    const fields = async (source: object, more: object = {}) =>
      (await change(management, DEMO_PROPOSALS_ID, source, { version: 1, ...more })).body.fields?.map((f) => f.field);
    expect(await fields({ kind: 'facts', measure: 'class', classes: ['x'] })).toEqual(['classes']);
    expect(await fields({ kind: 'formula', op: 'sum', indicatorIds: ['KODAMA-7'] })).toEqual(['indicatorIds']);
    expect(await fields(BUSES, { reason: '' })).toEqual(['reason']);
    expect(await fields(BUSES, { mode: 'milestone' })).toEqual(['mode']);
    expect(await fields([], { mode: 'x' })).toContain('mode');
    expect(await fields({ kind: 'typed' }, { mode: 'unspecified' })).toEqual(['mode']);
    expect(await fields({ kind: 'typed' }, { mode: 'cross_reference' })).toEqual(['mode']);
    const preview = await management.send<Problem>('POST', `${path(DEMO_PROPOSALS_ID)}/preview`, {
      source: { kind: 'formula', op: 'ratio', indicatorIds: ['KODAMA-3'] },
      mode: 'annual',
    });
    expect(preview.body.fields).toEqual([
      { field: 'indicatorIds', message: '割合は、割られる指標と割る指標の2つから計算します。' },
    ]);
  });

  it('revises targets and chooses formulas, each kept with its reason', async () => {
    const id = 'KODAMA-4';
    const revised = await management.send<DefinitionView>('POST', `${path(id)}/targets`, {
      version: 0,
      comparison: 'range',
      value: 900,
      high: 1100,
      fromFiscalYear: 2026,
      targetYear: 2029,
      reason: '会場が変わったため',
    });
    expect(revised.status).toBe(201);
    expect(revised.body.targets.map((t) => [t.fromFiscalYear, t.targetYear, t.printed])).toEqual([
      [null, 2029, '延 1,000 人以上／年'],
      [2026, 2029, '900〜1,100人'],
    ]);
    const chosen = await management.send<DefinitionView>('PUT', `${path(id)}/formula`, {
      version: 1,
      formula: 'met',
      reason: '幅で見るため',
    });
    expect(chosen.body).toMatchObject({ version: 2, formula: 'met', formulaName: '達成・未達成' });
    const printed = await management.send<Problem>('POST', `${path('OMI-7-1-b')}/targets`, {
      version: 0,
      comparison: 'eq',
      value: 60,
      fromFiscalYear: 2026,
      reason: '試し',
    });
    expect(printed.body.code).toBe('wrong_state');
  });

  it('changes what an indicator is called, shows what it was called, and leaves closed years their words', async () => {
    const id = 'KODAMA-6';
    const before = await definition(id);
    await office.send('POST', `/api/indicators/${id}/values`, { fiscalYear: 2025, value: 15, sourceText: '集計' });
    expect((await closeYear(management, management, DEMO_PLAN_ID, 2025)).status).toBe(201);
    const wording: WordingChangeRequest = {
      version: before.version,
      name: '対話の場の数',
      definition: before.definition,
      section: before.section,
      policy: '市民との対話',
      unit: '日間',
      baseline: { value: 11, fiscalYear: before.baseline.fiscalYear, printed: '11日' },
      reason: '計画の改訂',
    };
    const send = (who: TestStaff, more: object = {}) =>
      who.send<DefinitionView & Problem>('PUT', `${path(id)}/wording`, { ...wording, ...more });
    expect((await send(office)).status).toBe(403);
    expect((await send(management, { name: '', unit: 1 })).body.fields?.map((f) => f.field)).toEqual(['unit']);
    expect((await send(management, { name: '' })).body.fields?.map((f) => f.field)).toEqual(['name']);
    expect((await send(management, { baseline: null })).body.fields?.map((f) => f.field)).toEqual(['baseline']);
    const contradicting = { ...wording.baseline, printed: before.baseline.printed };
    expect((await send(management, { baseline: contradicting })).body.fields?.map((f) => f.field)).toEqual([
      'baseline.printed',
    ]);
    expect((await send(management, { unit: '時間' })).body.fields?.map((f) => f.field)).toEqual(['unit']);
    const saved = await send(administrator);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ name: '対話の場の数', unit: '日間', policy: '市民との対話', version: 1 });
    expect(saved.body.baseline).toMatchObject({ value: 11, printed: '11日', isMade: false });
    const [change] = saved.body.changes;
    expect(change).toMatchObject({ kindWords: '名前・説明の変更', reason: '計画の改訂', author: 'administratorの人' });
    expect(change?.before).toContain(`名前「${before.name}」、単位「${before.unit}」`);
    expect(change?.after).toContain('名前「対話の場の数」、単位「日間」');
    const shown = async (year: number) =>
      (await office.get<IndicatorView>(`/api/indicators/${id}?fiscalYear=${year}`)).body;
    expect(await shown(2025)).toMatchObject({
      name: before.name,
      unit: before.unit,
      current: { value: 15, closed: true },
    });
    expect(await shown(2026)).toMatchObject({ name: '対話の場の数', unit: '日間', current: { closed: false } });
    expect((await send(management)).body.code).toBe('stale');
  });

  it('makes a plan with its indicators, which the city’s people and the public then see', async () => {
    const plan = await management.send<MadeView>('POST', '/api/plans', {
      name: '行革大綱',
      firstYear: 2026,
      lastYear: 2030,
    });
    expect(plan.status).toBe(201);
    const request: NewIndicatorRequest = {
      name: '公共交通への苦情',
      definition: null,
      section: '',
      policy: '',
      unit: '件',
      mode: 'annual',
      direction: 'decrease',
      baseline: { value: 10, fiscalYear: 2025 },
      target: { comparison: 'le', value: 5, targetYear: 2030 },
      source: { kind: 'facts', measure: 'class', classes: ['complaint'] },
      formula: null,
    };
    const made = await management.send<MadeView>('POST', `/api/plans/${plan.body.id}/indicators`, request);
    expect(made.status).toBe(201);
    expect(await figures(made.body.id)).toMatchObject({
      name: '公共交通への苦情',
      current: { value: 1 },
      printed: { target: '5件以下', baseline: '10件' },
      achievement: { met: true },
    });
    expect((await management.get<Page<PlanView>>('/api/plans')).body.items.at(-1)).toMatchObject({
      id: plan.body.id,
      municipality: 'こだま市',
      own: true,
      indicatorCount: 1,
    });
    const wrong = await management.send<Problem>('POST', `/api/plans/${plan.body.id}/indicators`, {
      ...request,
      target: { comparison: 'le', value: null },
    });
    expect(wrong.body.fields?.map((f) => f.field).sort()).toEqual(['name', 'value']);
    const other = await management.send<Problem>('POST', '/api/plans/omitama/indicators', request);
    expect(other.body.code).toBe('wrong_state');
    expect((await office.send('POST', '/api/plans', { name: 'x', firstYear: 2026, lastYear: 2030 })).status).toBe(403);
  });
});
