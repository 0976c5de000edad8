import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type {
  DeskIndicatorView,
  PlanClosings,
  IndicatorView,
  OpinionsBehind,
  Page,
  PlanView,
  Problem,
  RestatementView,
} from '@kotae/contracts';
import { parseCsv } from '@kotae/documents';
import { DEMO_IMPLEMENTED_ID, DEMO_PLAN_ID, DEMO_PROPOSALS_ID, type PlansFile } from '@kotae/indicators';
import { loadPlans } from '@kotae/persistence';
import { answerAll, decideOutcome } from '../testing/test-answers';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { closeYear } from '../testing/test-closings';
import { LETTER, readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

const DATA = new URL('../../../../data/plans.json', import.meta.url);

describe('numbers and what is behind them', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let management: TestStaff;
  let member: TestStaff;
  let approver: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    const plans = JSON.parse(await readFile(DATA, 'utf8')) as PlansFile;
    await desk.owner.transaction((tx) => loadPlans(tx, plans));
    office = await desk.staff('desk');
    management = await desk.staff('management');
    member = await desk.staff('section_member', 'transit');
    approver = await desk.staff('section_approver', 'transit');
  });
  afterAll(() => desk.close());

  const indicator = async (id: string, who = management, year = 2026) =>
    (await who.get<IndicatorView>(`/api/indicators/${id}?fiscalYear=${year}`)).body;
  const behind = async (id: string, query = '', who = management) =>
    (await who.get<OpinionsBehind>(`/api/indicators/${id}/opinions?fiscalYear=2026${query}`)).body;

  it('lists the city’s own plan first, then the five printed ones with their notes', async () => {
    const { body } = await management.get<Page<PlanView>>('/api/plans');
    expect(body.items).toHaveLength(6);
    expect(body.items[0]).toMatchObject({
      id: DEMO_PLAN_ID,
      own: true,
      firstYear: 2025,
      lastYear: 2029,
      indicatorCount: 7,
    });
    expect(body.items.map((plan) => plan.own)).toEqual([true, false, false, false, false, false]);
    const spoken = body.items.map(({ firstYear, spokenOf }) => [firstYear !== null, spokenOf !== null]);
    expect(spoken[0]).toEqual([true, false]);
    const { spokenOf } = body.items.find(({ id }) => id === 'omitama')!;
    expect(spokenOf?.last).toBeLessThan(2026);
    for (const plan of body.items) {
      const { body: shown } = await management.get<Page<IndicatorView>>(`/api/plans/${plan.id}/indicators`);
      expect(shown.items).toHaveLength(plan.indicatorCount);
    }
    expect((await management.get('/api/plans/nowhere/indicators')).status).toBe(404);
    expect((await management.get(`/api/indicators/${DEMO_PROPOSALS_ID}?fiscalYear=abc`)).status).toBe(422);
  });

  it('moves by one with the decision, and opens to exactly the opinions that were counted', async () => {
    expect((await indicator(DEMO_PROPOSALS_ID)).current?.value).toBe(0);
    const proposal = await sendLetter(desk);
    await triageAsOne(office, proposal);
    const complaint = await sendLetter(desk, { body: '側溝の蓋が割れたままで危ないです。' });
    await triageAsOne(office, complaint, { class: 'complaint' });
    expect((await indicator(DEMO_PROPOSALS_ID)).current).toEqual({
      fiscalYear: 2026,
      value: 1,
      asOf: '2026-11-20',
      closed: false,
    });

    const listed = await behind(DEMO_PROPOSALS_ID);
    expect(listed).toMatchObject({
      total: 1,
      next: null,
      items: [{ submissionId: proposal, countedOn: '2026-11-20', class: 'policy_proposal', sectionName: '公共交通課' }],
    });
    expect(await behind(DEMO_PROPOSALS_ID, '&month=2026-11')).toMatchObject({ total: 1 });
    expect(await behind(DEMO_PROPOSALS_ID, '&month=2026-10')).toMatchObject({ total: 0, items: [] });
    expect(await behind(DEMO_PROPOSALS_ID, '&scope=year')).toMatchObject({ total: 1 });

    await answerAll(office, member, approver, proposal, '来年4月から走らせます。');
    await decideOutcome(office, proposal, 'implemented', '2026-11-20');
    expect((await indicator(DEMO_IMPLEMENTED_ID)).current?.value).toBe(1);
    expect(await behind(DEMO_IMPLEMENTED_ID)).toMatchObject({ total: 1, items: [{ outcome: 'implemented' }] });
    await decideOutcome(office, proposal, 'planned', '2026-11-20', '工事が延びたため');
    expect((await indicator(DEMO_IMPLEMENTED_ID)).current?.value).toBe(0);
    expect(await behind(DEMO_IMPLEMENTED_ID)).toMatchObject({ total: 0, items: [] });
  });

  it('pages through what is behind a number without losing or repeating one', async () => {
    for (let i = 0; i < 54; i++) {
      const id = await sendLetter(desk, {
        receivedOn: `2026-10-${String(1 + (i % 20)).padStart(2, '0')}`,
        body: `提案その${i}です。`,
      });
      await triageAsOne(office, id);
    }
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: OpinionsBehind = await behind(DEMO_PROPOSALS_ID, after === null ? '' : `&after=${after}`);
      seen.push(...page.items.map((item) => item.opinionId));
      ({ total, next: after } = page);
    } while (after !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(total).toBe((await indicator(DEMO_PROPOSALS_ID)).current?.value);
    const bad = await management.get<Problem>(`/api/indicators/${DEMO_PROPOSALS_ID}/opinions?after=x`);
    expect(bad.body.code).toBe('invalid_input');
  });

  it('masks what residents wrote for management and the auditor, and hides the list from sections', async () => {
    const id = await sendLetter(desk, { body: `090-1234-5678の山田花子です。${LETTER.body}` });
    await readByMachine(desk, id);
    await triageAsOne(office, id);
    const excerptFor = async (who: TestStaff) =>
      (await behind(DEMO_PROPOSALS_ID, '&month=2026-11', who)).items.find((item) => item.submissionId === id)?.excerpt;
    expect(await excerptFor(office)).toContain('090-1234-5678');
    const auditor = await desk.staff('auditor');
    for (const who of [management, auditor]) {
      const excerpt = await excerptFor(who);
      expect(excerpt).toContain('●●');
      expect(excerpt).not.toMatch(/090-1234-5678|山田花子/);
    }
    for (const who of [member, approver, await desk.staff('administrator')]) {
      expect((await who.get(`/api/indicators/${DEMO_PROPOSALS_ID}`)).status).toBe(200);
      expect((await who.get(`/api/indicators/${DEMO_PROPOSALS_ID}/opinions`)).status).toBe(403);
      expect((await who.get(`/api/indicators/${DEMO_PROPOSALS_ID}/opinions.csv`)).status).toBe(403);
    }
  });

  it('hands the list out as a table, one row per counted opinion, masked by role', async () => {
    const file = (who: TestStaff) => who.get(`/api/indicators/${DEMO_PROPOSALS_ID}/opinions.csv?fiscalYear=2026`);
    const own = await file(office);
    expect(own.status).toBe(200);
    expect([...own.raw.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(own.headers['content-disposition']).toContain("filename*=UTF-8''");
    const total = (await behind(DEMO_PROPOSALS_ID)).total;
    expect(parseCsv(own.raw)).toHaveLength(total + 1);
    expect(own.raw.toString('utf8')).toContain('090-1234-5678');
    expect((await file(management)).raw.toString('utf8')).not.toContain('090-1234-5678');
  });

  it('takes typed-in values with their source from the desk only, and refuses them where it counts by itself', async () => {
    const value = { fiscalYear: 2026, value: 1040, printed: '延1,040人', sourceText: '生涯学習課 出前講座集計' };
    const kept = await office.send<DeskIndicatorView>('POST', '/api/indicators/KODAMA-4/values', value);
    expect(kept.status).toBe(201);
    expect(kept.body.yearly.at(-1)).toEqual({
      fiscalYear: 2026,
      value: 1040,
      cumulative: null,
      sourceText: value.sourceText,
      closed: false,
    });
    expect(kept.body.typed.at(-1)).toEqual({ fiscalYear: 2026, printed: '延1,040人', author: 'deskの人' });
    const long = { ...value, printed: '延'.repeat(3_000), sourceText: '集'.repeat(6_000) };
    const refused = await office.send<Problem>('POST', '/api/indicators/KODAMA-4/values', long);
    expect(refused.body.fields?.map(({ message }) => message)).toEqual([
      '200文字以内で書いてください。',
      '500文字以内で書いてください。',
    ]);
    expect((await management.send('POST', '/api/indicators/KODAMA-4/values', value)).status).toBe(403);
    const counted = await office.send<Problem>('POST', `/api/indicators/${DEMO_PROPOSALS_ID}/values`, value);
    expect(counted.body.code).toBe('wrong_state');
    const bare = await office.send<Problem>('POST', '/api/indicators/KODAMA-4/values', { ...value, sourceText: ' ' });
    expect(bare.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'sourceText' }] });
    expect((await office.get(`/api/indicators/KODAMA-4/opinions`)).status).toBe(409);
  });

  it('closes a year that is over once, and shows what changed since', async () => {
    const close = (who: TestStaff, fiscalYear: number) => closeYear(who, office, DEMO_PLAN_ID, fiscalYear);
    expect((await close(member, 2025)).status).toBe(403);
    expect((await close(office, 2026)).body.code).toBe('wrong_state');
    const closed = await close(office, 2025);
    expect(closed.body).toMatchObject({ planId: DEMO_PLAN_ID, fiscalYear: 2025, closedBy: 'deskの人' });
    expect((await close(office, 2025)).status).toBe(409);

    const late = await sendLetter(desk, {
      receivedOn: '2026-03-02',
      channel: 'letter',
      body: '見つかった手紙の提案です。',
    });
    await triageAsOne(office, late);
    const { body } = await management.get<RestatementView>(
      `/api/indicators/${DEMO_PROPOSALS_ID}/restatement?fiscalYear=2025`,
    );
    expect(body).toMatchObject({ then: 0, now: 1, difference: 1, removed: [], restated: true });
    expect(body.added).toHaveLength(1);
    const { body: all } = await management.get<PlanClosings>(`/api/plans/${DEMO_PLAN_ID}/closings`);
    expect(all.closed.map((c) => c.sha256)).toEqual([closed.body.sha256]);
  });
});
