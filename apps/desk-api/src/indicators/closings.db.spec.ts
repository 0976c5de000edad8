import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type {
  ClosedIndicatorYear,
  ClosingLook,
  ClosingView,
  DefinitionView,
  IndicatorView,
  OpinionsBehind,
  Page,
  PlanClosings,
  Problem,
  RestatedOpinions,
  SubmissionDetail,
} from '@kotae/contracts';
import { DEMO_PLAN_ID, DEMO_PROPOSALS_ID, demoCityPlan } from '@kotae/indicators';
import { PgIndicatorStore } from '@kotae/persistence';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('closing a fiscal year at the desk', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let management: TestStaff;
  let kept: ClosingView;
  let bytes: Buffer;
  const letters: string[] = [];

  beforeAll(async () => {
    desk = await createTestDesk();
    await desk.owner.transaction((tx) => new PgIndicatorStore(tx).addPlans(demoCityPlan()));
    office = await desk.staff('desk');
    management = await desk.staff('management');
    for (const day of ['2025-06-01', '2025-07-01', '2026-03-31']) {
      const id = await sendLetter(desk, { receivedOn: day, body: `${day}に思いついた提案です。` });
      await triageAsOne(office, id);
      letters.push(id);
    }
  });
  afterAll(() => desk.close());

  const look = async (year = 2025) =>
    (await management.get<ClosingLook>(`/api/plans/${DEMO_PLAN_ID}/closings/${year}`)).body;
  const close = (who: TestStaff, fiscalYear: number, digest: string) =>
    who.send<ClosingView & Problem>('POST', `/api/plans/${DEMO_PLAN_ID}/closings`, { fiscalYear, digest });
  const record = (who = management) => who.get(`/api/plans/${DEMO_PLAN_ID}/closings/2025/record`);
  const ofIndicator = async (id = DEMO_PROPOSALS_ID) =>
    (await management.get<Page<ClosedIndicatorYear>>(`/api/indicators/${id}/closed-years`)).body.items;
  const restated = async (who = management) =>
    (await who.get<RestatedOpinions>(`/api/indicators/${DEMO_PROPOSALS_ID}/restatement/opinions?fiscalYear=2025`)).body;

  const reclassify = async (id: string, to: 'complaint', reason: string) => {
    const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${id}`);
    const [opinion] = letter.opinions;
    const { status } = await office.send('POST', `/api/submissions/${id}/triage`, {
      version: letter.version,
      reason,
      opinions: [
        {
          id: opinion!.id,
          start: opinion!.start,
          end: opinion!.end,
          class: to,
          topic: 'transit',
          sectionId: 'transit',
        },
      ],
    });
    expect(status).toBe(204);
  };

  it('shows what would be frozen and what is still open, and offers only years that are over', async () => {
    await sendLetter(desk, { receivedOn: '2026-02-01', body: 'まだ誰も振り分けていない手紙です。' });
    const before = await look();
    expect(before).toMatchObject({ over: true, closed: null, unsorted: 1, planName: 'こだま市総合計画（広聴の部）' });
    expect(before.figures.map((f) => f.indicatorId)).toEqual(demoCityPlan().indicators.map((i) => i.id));
    expect(before.figures[0]).toMatchObject({ value: 3, unit: '件' });
    expect(before.figures[2]).toMatchObject({ value: null, why: '令和7年度の値がまだありません。' });
    expect((await look(2026)).over).toBe(false);
    const { body } = await management.get<PlanClosings>(`/api/plans/${DEMO_PLAN_ID}/closings`);
    expect(body).toMatchObject({ closed: [], open: [2025] });
    expect((await management.get(`/api/plans/${DEMO_PLAN_ID}/closings/abc`)).status).toBe(422);
    for (const outside of [2024, 2030]) {
      const refused = await management.get<Problem>(`/api/plans/${DEMO_PLAN_ID}/closings/${outside}`);
      expect(refused.status).toBe(422);
      expect(refused.body.fields?.[0]?.message).toContain('令和7年度から令和11年度まで');
    }
    expect((await close(management, 2024, before.digest)).status).toBe(422);
    expect((await management.get(`/api/plans/nowhere/closings/2025`)).status).toBe(404);
    expect((await record()).status).toBe(404);
  });

  it('closes exactly the numbers that were looked at, once, by the desk or management', async () => {
    const seen = await look();
    const late = await sendLetter(desk, { receivedOn: '2026-03-30', body: '締める前に届いた提案です。' });
    await triageAsOne(office, late);
    letters.push(late);
    expect((await close(management, 2025, seen.digest)).body).toMatchObject({ code: 'stale' });
    expect((await close(await desk.staff('auditor'), 2025, seen.digest)).status).toBe(403);
    expect((await close(management, 2025, 'nothing')).body.fields?.map((f) => f.field)).toEqual(['digest']);

    const closed = await close(management, 2025, (await look()).digest);
    expect(closed.status).toBe(201);
    kept = closed.body;
    expect(kept).toMatchObject({ planId: DEMO_PLAN_ID, closedBy: 'managementの人' });
    expect((await close(office, 2025, (await look()).digest)).body.code).toBe('conflict');
    expect(await look()).toMatchObject({ closed: { sha256: kept.sha256 }, unsorted: 0 });
    expect((await ofIndicator())[0]).toMatchObject({
      then: 4,
      now: 4,
      difference: 0,
      restated: false,
      otherwise: null,
    });
  });

  it('hands out the kept record whose bytes hash to what is shown', async () => {
    const file = await record();
    bytes = file.raw;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256);
    expect(file.headers['content-disposition']).toContain("filename*=UTF-8''");
    expect((await record(await desk.staff('section_member', 'transit'))).status).toBe(403);
  });

  it('shows later corrections as restatement: which opinions, from what to what, by whom and why', async () => {
    desk.clock.set('2026-11-20T02:00:00Z');
    await reclassify(letters[0]!, 'complaint', '苦情が中心だったため');
    const late = await sendLetter(desk, { receivedOn: '2026-03-02', channel: 'letter', body: '見つかった手紙です。' });
    await triageAsOne(office, late);
    const another = await sendLetter(desk, { receivedOn: '2026-03-03', channel: 'letter', body: '次の手紙です。' });
    await triageAsOne(office, another);

    expect((await ofIndicator())[0]).toMatchObject({ then: 4, now: 5, difference: 1, restated: true, otherwise: null });
    const found = await restated();
    expect(found).toMatchObject({ added: 2, removed: 1, changed: 0, number: { then: 4, now: 5 } });
    expect(found.sentence).toBe(
      '分類が事務改善要望または政策提案の意見を、受け付けた年度ごとに数え、計画の5年間（令和7年度〜令和11年度）を足し上げます。',
    );
    const removed = found.items.find((item) => item.change === 'removed');
    expect(removed).toMatchObject({
      submissionId: letters[0],
      then: { class: 'policy_proposal' },
      now: null,
      why: [{ actorName: 'deskの人', words: ['分類：政策提案 → 苦情'], reason: '苦情が中心だったため' }],
    });
    expect(found.items.filter((item) => item.change === 'added').map((item) => item.why[0]?.words)).toEqual([
      ['はじめて数えました'],
      ['はじめて数えました'],
    ]);
    const { body } = await management.get<PlanClosings>(`/api/plans/${DEMO_PLAN_ID}/closings`);
    expect(body.closed[0]?.changed.map((n) => n.indicatorId)).toContain(DEMO_PROPOSALS_ID);
  });

  it('keeps asking the old question when the indicator is counted in another way, and tells both answers', async () => {
    const path = `/api/indicators/${DEMO_PROPOSALS_ID}/definition`;
    const { version } = (await management.get<DefinitionView>(path)).body;
    const changed = await management.send<DefinitionView>('PUT', `${path}/source`, {
      version,
      mode: 'cumulative',
      source: { kind: 'facts', measure: 'class', classes: ['complaint'] },
      reason: '苦情も見ることにしたため',
    });
    expect(changed.status).toBe(200);
    expect((await ofIndicator())[0]).toMatchObject({ then: 4, now: 5, restated: true, otherwise: { value: 1 } });
    expect((await restated()).sentence).toContain('事務改善要望または政策提案');
  });

  it('gives the same bytes after all of that', async () => {
    expect((await record()).raw.equals(bytes)).toBe(true);
    expect((await look()).figures[0]).toMatchObject({ value: 4, unit: '件' });
  });

  it('shows the closed number on every page, and opens it to the opinions as they were counted', async () => {
    const shown = async (year: number) =>
      (await management.get<IndicatorView>(`/api/indicators/${DEMO_PROPOSALS_ID}?fiscalYear=${year}`)).body;
    expect((await shown(2025)).current).toMatchObject({ value: 4, closed: true });
    expect((await shown(2025)).sourceWords).toContain('事務改善要望');
    const open = await shown(2026);
    expect(open.current).toMatchObject({ value: 4, closed: false });
    expect(open.yearly.map(({ value, closed }) => [value, closed])).toEqual([
      [4, true],
      [0, false],
    ]);
    const { body } = await management.get<OpinionsBehind>(
      `/api/indicators/${DEMO_PROPOSALS_ID}/opinions?fiscalYear=2025`,
    );
    expect(body.total).toBe(4);
    expect(body.items.map((item) => item.class)).toEqual(Array.from({ length: 4 }, () => 'policy_proposal'));
    expect(body.items.map((item) => item.submissionId).sort()).toEqual([...letters].sort());
    const { body: plan } = await management.get<Page<IndicatorView>>(
      `/api/plans/${DEMO_PLAN_ID}/indicators?fiscalYear=2025`,
    );
    expect(plan.items.find((item) => item.id === DEMO_PROPOSALS_ID)?.current).toMatchObject({ value: 4, closed: true });
  });
});
