import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type { IndicatorView, OpinionsBehind, Page, PlanView, ProgressReportView, Problem } from '@kotae/contracts';
import { DEMO_IMPLEMENTED_ID, DEMO_PLAN_ID, DEMO_PROPOSALS_ID, dashboard, type PlansFile } from '@kotae/indicators';
import { indicatorWork, loadPlans } from '@kotae/persistence';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { closeYear } from '../testing/test-closings';
import { LETTER, readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';
import { readSheets } from '../testing/read-workbook';

const DATA = new URL('../../../../data/plans.json', import.meta.url);
const TYPED = 'KODAMA-4';

describe('the progress report', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let management: TestStaff;
  let member: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    const plans = JSON.parse(await readFile(DATA, 'utf8')) as PlansFile;
    await desk.owner.transaction((tx) => loadPlans(tx, plans));
    office = await desk.staff('desk');
    management = await desk.staff('management');
    member = await desk.staff('section_member', 'transit');
    for (let i = 0; i < 3; i++) {
      const id = await sendLetter(desk, { body: `提案その${i}。090-1234-5678の山田花子です。${LETTER.body}` });
      await readByMachine(desk, id);
      await triageAsOne(office, id);
    }
    for (const [fiscalYear, value] of [
      [2025, 900],
      [2026, 1040],
    ])
      await office.send('POST', `/api/indicators/${TYPED}/values`, { fiscalYear, value, sourceText: '出前講座集計' });
  });
  afterAll(() => desk.close());

  const report = async (planId = DEMO_PLAN_ID, year = 2026, who = management) =>
    (await who.get<ProgressReportView>(`/api/plans/${planId}/report?fiscalYear=${year}`)).body;
  const indicatorsOf = (r: ProgressReportView) => r.groups.flatMap((g) => g.policies.flatMap((p) => p.indicators));
  const sheets = async (who: TestStaff, planId = DEMO_PLAN_ID, year = 2026) =>
    readSheets((await who.get(`/api/plans/${planId}/report.xlsx?fiscalYear=${year}`)).raw);

  it('prints the dashboard’s numbers, for every plan and both years', async () => {
    const { body: plans } = await management.get<Page<PlanView>>('/api/plans');
    const deps = { unitOfWork: indicatorWork(desk.owner), clock: desk.clock };
    for (const { id } of plans.items) {
      for (const year of [2025, 2026]) {
        const printed = await report(id, year);
        const reported = indicatorsOf(printed);
        const { body: lines } = await management.get<Page<IndicatorView>>(
          `/api/plans/${id}/indicators?fiscalYear=${year}`,
        );
        expect(reported.map((i) => i.id).sort()).toEqual(lines.items.map((i) => i.id).sort());
        for (const line of lines.items) expect(reported.find((i) => i.id === line.id)).toMatchObject({ ...line });
        const board = await dashboard(deps, id, year);
        for (const line of board.lines) {
          const shown = reported.find((i) => i.id === line.indicator.id);
          expect(shown?.achievement.percent).toBe(line.achievement.percent);
          expect(shown?.achievement.met).toBe(line.achievement.met);
          expect(shown?.chart.top).toBe(line.yearlyChart.top);
        }
        const count = (code: string) => printed.summary.find((s) => s.progress === code)?.count ?? 0;
        expect(count('achieved')).toBe(board.summary.met);
        expect(count('achieved') + count('on_track') + count('behind') + count('unknown')).toBe(printed.total);
        expect(printed.formulas.reduce((sum, f) => sum + f.count, 0)).toBe(printed.total);
      }
    }
  });

  it('says who typed a value, how the even pace is, and what is behind it', async () => {
    const lines = indicatorsOf(await report());
    const proposals = lines.find((i) => i.id === DEMO_PROPOSALS_ID);
    // 1,300 in five years; 599 of 1,826 days have gone on 2026-11-20.
    expect(proposals).toMatchObject({ progress: 'behind', expected: '426.5件', current: { value: 3 } });
    expect(lines.find((i) => i.id === TYPED)).toMatchObject({
      progress: 'achieved',
      years: [
        { fiscalYear: 2025, value: 900, author: 'deskの人', origin: 'typed', sourceText: '出前講座集計', closed: null },
        { fiscalYear: 2026, value: 1040 },
      ],
      targets: [{ version: 1, printed: '延 1,000 人以上／年', decidedOn: '2025-03-21', inForce: true }],
    });
    expect(lines.find((i) => i.id === 'KODAMA-3')).toMatchObject({
      progress: 'unknown',
      progressWhy: expect.stringContaining('値がまだありません'),
    });
  });

  it('is a workbook whose cells are the page’s numbers, with native charts and the opinions behind them', async () => {
    const answer = await management.get(`/api/plans/${DEMO_PLAN_ID}/report.xlsx?fiscalYear=2026`);
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      "filename*=UTF-8''令和8年度_進捗状況報告書_こだま市総合計画（広聴の部）.xlsx",
    );
    const book = readSheets(answer.raw);
    expect(book.names).toEqual(['総括', '指標一覧', 'グラフ', '根拠']);
    const [summary, list, , behind] = book.sheets;
    const page = await report();
    for (const { label, count } of page.summary)
      expect(summary?.find((row) => row[0] === label)?.slice(0, 2)).toEqual([label, count]);
    const column = (header: string) => list?.[0]?.indexOf(header) ?? -1;
    for (const indicator of indicatorsOf(page)) {
      const rows = list?.filter((row) => row[column('指標番号')] === indicator.code) ?? [];
      expect(rows.map((row) => row[column('その年度の値')] ?? null)).toEqual(
        indicator.years
          .filter(
            (year, at) => year.fiscalYear === 2026 || indicator.years.slice(0, at + 1).some((y) => y.value !== null),
          )
          .map((year) => year.value),
      );
      expect(rows.at(-1)?.[column('達成率（%）')] ?? null).toBe(indicator.achievement.percent);
    }
    const { body } = await management.get<OpinionsBehind>(
      `/api/indicators/${DEMO_PROPOSALS_ID}/opinions?fiscalYear=2026`,
    );
    const listed = behind?.filter((row) => row[0] === '市政への提案の件数') ?? [];
    expect(listed).toHaveLength(body.total);
    expect(listed.map((row) => row[1]).sort()).toEqual(body.items.map((item) => item.receiptNumber).sort());
    expect(book.charts).toBeGreaterThanOrEqual(3);
  });

  it('masks the texts in the workbook, and leaves the list out for who may not open it', async () => {
    const texts = async (who: TestStaff) => JSON.stringify((await sheets(who)).sheets[3]);
    expect(await texts(office)).toContain('090-1234-5678');
    expect(await texts(management)).not.toMatch(/090-1234-5678|山田花子/);
    expect(await texts(management)).toContain('提案その1');
    const hidden = await texts(member);
    expect(hidden).toContain('権限がない');
    expect(hidden).not.toMatch(/提案その|R8-/);
  });

  it('is a PDF for every plan, as a download with a Japanese name', async () => {
    const { body: plans } = await management.get<Page<PlanView>>('/api/plans');
    for (const { id } of plans.items) {
      const answer = await member.get(`/api/plans/${id}/report.pdf?fiscalYear=2026`);
      expect([id, answer.status, answer.headers['content-type']]).toEqual([id, 200, 'application/pdf']);
      expect(answer.raw.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(String(answer.headers['content-disposition'])).toMatch(
        /^attachment; filename="report.pdf"; filename\*=UTF-8''%E4/,
      );
    }
  });

  it('marks a closed year whose value was corrected afterwards', async () => {
    await closeYear(office, office, DEMO_PLAN_ID, 2025);
    const years = async () => indicatorsOf(await report()).find((i) => i.id === TYPED)?.years[0];
    expect(await years()).toMatchObject({
      value: 900,
      closed: { then: 900, now: 900, restated: false, otherwise: null },
    });
    await office.send('POST', `/api/indicators/${TYPED}/values`, {
      fiscalYear: 2025,
      value: 905,
      sourceText: '出前講座集計（訂正）',
    });
    expect(await years()).toMatchObject({
      value: 900,
      closed: { then: 900, now: 905, difference: 5, changes: [{ what: null, then: '900人', now: '905人' }] },
    });
    const list = (await sheets(management)).sheets[1] ?? [];
    expect(list.flat()).toContain('修正再表示：締めた時 900人 → 現在 905人');
    expect((await report(DEMO_PLAN_ID, 2025)).closing).toMatchObject({ closedBy: 'deskの人' });
  });

  it('answers what is not there in words', async () => {
    for (const end of ['', '.xlsx', '.pdf']) {
      expect((await management.get(`/api/plans/nowhere/report${end}`)).status).toBe(404);
      const odd = await management.get<Problem>(`/api/plans/${DEMO_PLAN_ID}/report${end}?fiscalYear=8`);
      expect(odd.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'fiscalYear' }] });
    }
    const notBegun = indicatorsOf(await report(DEMO_PLAN_ID, 2028));
    expect(notBegun.map(({ current, progress }) => [current, progress])).toEqual(
      Array.from({ length: 7 }, () => [null, 'unknown']),
    );
    expect(indicatorsOf(await report()).some((i) => i.id === DEMO_IMPLEMENTED_ID)).toBe(true);
  });
});
