import { DomainError } from '@kotae/kernel';
import { closeFiscalYear } from './close-fiscal-year';
import { dashboard } from './dashboard';
import { deltasForReclassification } from './deltas';
import { MemoryStore } from './memory-store';
import type { Plan } from './model';
import { progressReport } from './progress-report';
import type { ReportedYear } from './report-figures';
import { someIndicator, someTarget, versions } from './sample-indicator';
import { typeInValue } from './type-in-value';

const PLAN: Plan = {
  id: 'p1',
  municipality: 'こだま市',
  name: '計画',
  excerpt: '',
  period: { first: 2025, last: 2029 },
  own: true,
  sourceFile: null,
  governance: [],
  notes: [{ id: null, about: 'plan', text: 'open', japanese: '読み方' }],
};
const COUNTED = { kind: 'facts', measure: 'class' } as const;
const clock = { now: () => new Date('2026-11-20T03:00:00Z') };

async function city(opinions: number) {
  const store = new MemoryStore();
  const indicators = [
    someIndicator({ id: 'a', order: 1, source: COUNTED, section: '一', policy: 'い' }),
    someIndicator({ id: 'b', order: 2, source: COUNTED, section: '二', policy: 'ろ (nearest measure)' }),
    someIndicator({ id: 'c', order: 3, section: '一', policy: 'は' }),
    someIndicator({ id: 'd', order: 4, section: '一', policy: 'い', duplicateOf: 'a', source: COUNTED }),
  ];
  await store.addPlans({ plans: [PLAN], programmes: [], indicators });
  for (let n = 0; n < opinions; n++)
    await store.appendFacts(
      deltasForReclassification(null, {
        opinionId: `o${n}`,
        receivedOn: '2026-06-01',
        channel: 'web',
        district: null,
        class: 'policy_proposal',
        topic: 'roads',
        sectionId: 's1',
        outcome: null,
        outcomeOn: null,
      }),
      clock.now(),
    );
  return { unitOfWork: store.unitOfWork, clock };
}

describe('composing a report', () => {
  it('groups as the plan does, in the order in which it names sections and measures', async () => {
    const { report } = await progressReport(await city(0), { planId: 'p1', fiscalYear: 2026 });
    expect(
      report.groups.map(({ section, policies }) => [
        section,
        policies.map(({ policy, indicators }) => [policy, indicators.map((i) => i.id)]),
      ]),
    ).toEqual([
      [
        '一',
        [
          ['い', ['a', 'd']],
          ['は', ['c']],
        ],
      ],
      ['二', [['ろ（最も近い施策）', ['b']]]],
    ]);
    expect(report.notes).toEqual(['読み方']);
  });

  it('counts a repeated indicator once, in the summary and among the formulas', async () => {
    const deps = await city(100);
    const { report } = await progressReport(deps, { planId: 'p1', fiscalYear: 2026 });
    expect([report.total, report.repeated]).toEqual([3, 1]);
    expect(report.summary.map((line) => [line.progress, line.count])).toEqual([
      ['achieved', 2],
      ['on_track', 0],
      ['behind', 0],
      ['unknown', 1],
    ]);
    expect(report.formulas.map(({ formula, count }) => [formula, count])).toEqual([['ratio', 3]]);
    expect((await dashboard(deps, 'p1', 2026)).summary).toMatchObject({ met: 2, unknown: 1 });
  });

  it('lists what is behind counted values while there is room, and says how many there are in any case', async () => {
    const deps = await city(3);
    const listed = async (evidence: number) =>
      (await progressReport(deps, { planId: 'p1', fiscalYear: 2026, evidence })).evidence.map((e) => [
        e.indicatorId,
        e.total,
        e.opinions.length,
      ]);
    expect(await listed(100)).toEqual([
      ['a', 3, 3],
      ['b', 3, 3],
      ['d', 3, 3],
    ]);
    expect(await listed(4)).toEqual([
      ['a', 3, 3],
      ['b', 3, 1],
      ['d', 3, 0],
    ]);
    expect(await listed(0)).toEqual([]);
    const future = await progressReport(deps, { planId: 'p1', fiscalYear: 2028, evidence: 100 });
    expect(future.evidence).toEqual([]);
  });

  it('refuses plans and years that there are not', async () => {
    const deps = await city(0);
    await expect(progressReport(deps, { planId: 'x', fiscalYear: 2026 })).rejects.toThrow(DomainError);
    await expect(progressReport(deps, { planId: 'p1', fiscalYear: 26 })).rejects.toThrow(DomainError);
  });
});

describe('what was judged and what the year brought', () => {
  const staff = { kind: 'staff', staffId: 'x', name: '佐藤', role: 'management', sectionId: null } as const;
  const GROWTH = versions(someTarget({ value: 5, unit: '%', comparator: 'ge' }));

  /** The years of one typed indicator after 2025 and 2026 were closed with 100 and 110 and 2025 was corrected to 104. */
  async function corrected(change: Parameters<typeof someIndicator>[0]): Promise<{
    unit: string;
    yearUnit: string;
    years: ReportedYear[];
  }> {
    const store = new MemoryStore();
    await store.addPlans({ plans: [PLAN], programmes: [], indicators: [someIndicator({ id: 'i', ...change })] });
    const deps = { unitOfWork: store.unitOfWork, clock: { now: () => new Date('2027-05-01T03:00:00Z') } };
    const type = (fiscalYear: number, value: number) =>
      typeInValue(deps, staff, { indicatorId: 'i', fiscalYear, value, sourceText: '集計' });
    await type(2025, 100);
    await type(2026, 110);
    for (const fiscalYear of [2025, 2026]) await closeFiscalYear(deps, staff, { planId: 'p1', fiscalYear });
    await type(2025, 104);
    const { report } = await progressReport(deps, { planId: 'p1', fiscalYear: 2026 });
    return report.groups[0]!.policies[0]!.indicators[0]!;
  }
  const changes = (years: readonly ReportedYear[]) => years.map(({ closed }) => closed?.changes);

  it('is one number where a year is judged by its own value', async () => {
    const { years } = await corrected({ unit: '人' });
    expect(changes(years)).toEqual([[{ what: null, then: '100人', now: '104人' }], []]);
    expect(years.map(({ closed }) => closed?.restated)).toEqual([true, false]);
  });

  it('is the year’s value and the sum, each by its name: a later year keeps its value and gets another sum', async () => {
    const { years } = await corrected({ mode: 'cumulative', unit: '人' });
    expect(years.map(({ value, cumulative }) => [value, cumulative])).toEqual([
      [100, 100],
      [110, 210],
    ]);
    expect(changes(years)).toEqual([
      [
        { what: 'この年度の値', then: '100人', now: '104人' },
        { what: '累計', then: '100人', now: '104人' },
      ],
      [{ what: '累計', then: '210人', now: '214人' }],
    ]);
    expect(years[1]?.closed).toMatchObject({ then: 210, now: 214, yearThen: 110, yearNow: 110, restated: true });
  });

  it('keeps the % of a growth away from the years’ own figures', async () => {
    const plan = await corrected({ mode: 'yoy_change', unit: '%', targets: GROWTH });
    expect([plan.unit, plan.yearUnit]).toEqual(['%', '']);
    expect(changes(plan.years)).toEqual([
      [{ what: 'この年度の値', then: '100', now: '104' }],
      [{ what: '前年比', then: '10%', now: '5.8%' }],
    ]);
    const people = await corrected({ mode: 'yoy_change', unit: '人', targets: GROWTH });
    expect([people.unit, people.yearUnit]).toEqual(['%', '人']);
    expect(changes(people.years)[0]).toEqual([{ what: 'この年度の値', then: '100人', now: '104人' }]);
  });
});
