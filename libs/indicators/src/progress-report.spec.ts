import { DomainError } from '@kotae/kernel';
import { dashboard } from './dashboard';
import { deltasForReclassification } from './deltas';
import { MemoryStore } from './memory-store';
import type { Plan } from './model';
import { progressReport } from './progress-report';
import { someIndicator } from './sample-indicator';

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
