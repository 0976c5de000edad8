import 'reflect-metadata';
import {
  DEMO_PLAN_ID,
  DEMO_PROPOSALS_ID,
  closeFiscalYear,
  demoCityPlan,
  planFigures,
  typeInValue,
  type IndicatorDeps,
} from '@kotae/indicators';
import { newId } from '@kotae/kernel';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { CountFactLog } from './casework/count-fact-log';
import { indicatorWork } from './indicator-store';

const DESK = { kind: 'staff', staffId: newId(), name: '佐藤', role: 'desk', sectionId: null } as const;

describe('closed years for the public', () => {
  let database: TestDatabase;
  let portal: DataSource;
  let staff: IndicatorDeps;
  let publicly: IndicatorDeps;
  let opinion: string;
  const clock = new FakeClock('2026-11-20T03:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = await database.as('kotae_owner');
    portal = await database.as('kotae_portal');
    staff = { unitOfWork: indicatorWork(await database.as('kotae_desk')), clock };
    publicly = { unitOfWork: indicatorWork(portal, 'public'), clock };
    const book = demoCityPlan();
    const plans = book.plans.flatMap((plan) => [
      { ...plan, id: 'reference', own: false },
      { ...plan, id: 'empty' },
    ]);
    await indicatorWork(owner).run(async ({ indicators }) => {
      await indicators.addPlans(book);
      await indicators.addPlans({ plans, programmes: [], indicators: [] });
    });
    opinion = newId();
    await owner.query(`insert into section (id, name) values ('roads', '道路課')`);
    await owner.query(`insert into topic (code, name, section_id) values ('roads', '道路', 'roads')`);
    const state = { opinionId: opinion, class: 'policy_proposal', topic: 'roads', sectionId: 'roads' } as const;
    const submissionId = newId();
    await owner.query(
      `with s as (
         insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel,
           received_on, received_at, body, reply_wanted, publish_consent)
         values ($2::uuid, 2025, 1, uuid_send($2::uuid), $2::text, '\\x00', 'web_opinion', 'web', '2025-06-01', now(), '本文', false, false))
       insert into opinion (id, submission_id, ordinal, start_at, end_at, text, class, topic, section_id, channel,
         received_on, decided_by, decided_at)
       values ($1, $2::uuid, 1, 0, 2, '本文', 'policy_proposal', 'roads', 'roads', 'web', '2025-06-01', '試験', now())`,
      [opinion, submissionId],
    );
    await owner.transaction((tx) =>
      new CountFactLog(tx).record(
        { submissionId, receivedOn: '2025-06-01', channel: 'web', district: null },
        [{ before: null, after: { ...state, outcome: null, outcomeOn: null } }],
        { actorId: null, actorName: '試験', at: new Date() },
        null,
      ),
    );
    const value = { indicatorId: 'KODAMA-4', fiscalYear: 2025, sourceText: '集計' };
    await typeInValue(staff, DESK, { ...value, value: 873 });
    for (const planId of [DEMO_PLAN_ID, 'reference', 'empty'])
      await closeFiscalYear(staff, DESK, { planId, fiscalYear: 2025 });
    clock.set('2026-11-21T03:00:00Z');
    await typeInValue(staff, DESK, { ...value, value: 900 });
  });
  afterAll(() => database.drop());

  it('are the numbers that the city hall sees, with their months', async () => {
    const nameless = ({ indicators, ...rest }: Awaited<ReturnType<typeof planFigures>>) => ({
      ...rest,
      indicators: indicators.map((one) => ({ ...one, typed: one.typed.map((v) => ({ ...v, author: '' })) })),
    });
    for (const year of [2025, 2026]) {
      const shown = await planFigures(publicly, DEMO_PLAN_ID, year);
      // Who typed a value is the one thing that differs.
      expect(nameless(shown)).toEqual(nameless(await planFigures(staff, DEMO_PLAN_ID, year)));
    }
    const { indicators } = await planFigures(publicly, DEMO_PLAN_ID, 2025);
    const of = (id: string) => indicators.find((indicator) => indicator.id === id);
    expect(of(DEMO_PROPOSALS_ID)).toMatchObject({ current: { value: 1, closed: true } });
    expect(of(DEMO_PROPOSALS_ID)?.monthly.filter((month) => month.value > 0)).toEqual([{ month: '2025-06', value: 1 }]);
    expect(of('KODAMA-4')).toMatchObject({ current: { value: 873, closed: true } });
    expect(of('KODAMA-5')).toMatchObject({ current: { value: null, closed: false } });
  });

  it('come without the opinions, without who closed, and of the city’s own plans only', async () => {
    const rows = await portal.query('select * from public_closing');
    expect(rows.map((row: { plan_id: string }) => row.plan_id).sort()).toEqual(['empty', DEMO_PLAN_ID]);
    expect((await planFigures(publicly, 'empty', 2025)).indicators).toEqual([]);
    expect(Object.keys(rows[0]).sort()).toEqual(['closed_at', 'figures', 'fiscal_year', 'plan_id', 'sha256']);
    expect(JSON.stringify(rows)).not.toContain(opinion);
    expect(JSON.stringify(rows)).not.toContain('佐藤');
    await expect(portal.query('select content from closing')).rejects.toThrow(/permission denied/);
    const [head] = await publicly.unitOfWork.run(({ indicators }) => indicators.closings(DEMO_PLAN_ID));
    expect(head).toMatchObject({ closedBy: '', fiscalYear: 2025 });
  });

  it('are not shown when the record was tampered with', async () => {
    const owner = await database.as('kotae_owner');
    await owner.query(`update closing set content = replace(content, '873', '973'), sha256 = sha256`);
    expect(await portal.query(`select figures from public_closing where plan_id = 'kodama'`)).toEqual([
      { figures: null },
    ]);
    // Another program has not seen it yet; here a digest that is not known stands for it.
    await owner.query(`update closing set sha256 = repeat('0', 64) where plan_id = 'kodama'`);
    await expect(planFigures(publicly, DEMO_PLAN_ID, 2025)).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(planFigures(staff, DEMO_PLAN_ID, 2025)).rejects.toMatchObject({ code: 'wrong_state' });
  });
});
