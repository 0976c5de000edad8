import 'reflect-metadata';
import {
  DEMO_PLAN_ID,
  changeSource,
  checkValueTable,
  closeFiscalYear,
  demoCityPlan,
  importValueTable,
  previewClosing,
  reviseTarget,
  typeInValue,
  type IndicatorSource,
} from '@kotae/indicators';
import { DomainError, newId } from '@kotae/kernel';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { indicatorWork } from './indicator-store';

const DESK = { kind: 'staff', staffId: newId(), name: '佐藤', role: 'desk', sectionId: null } as const;
const YEAR = 2025;
const TYPED = 'KODAMA-4';
const TABLE = ['指標番号,令和7年度', `${TYPED},900`].map((text, at) => ({ line: at + 1, cells: text.split(',') }));

/** Two connections write to one plan at the same moment: the first is held where it writes, the second comes meanwhile. */
describe('two who write to one plan', () => {
  let database: TestDatabase;
  let owner: DataSource;
  const clock = new FakeClock('2026-11-20T03:00:00Z');
  const deps: { unitOfWork: ReturnType<typeof indicatorWork>; clock: FakeClock }[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    const desk = await database.as('kotae_desk');
    deps.splice(0, 2, { unitOfWork: indicatorWork(desk), clock }, { unitOfWork: indicatorWork(desk), clock });
    await indicatorWork(owner).run(({ indicators }) => indicators.addPlans(demoCityPlan()));
  });
  afterEach(() => database.drop());

  const one = () => deps[0]!;
  const two = () => deps[1]!;

  /** Begins both while nobody can write to the table; the second begins when the first waits there. */
  async function atOnce(table: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
    const gate = owner.createQueryRunner();
    await gate.startTransaction();
    await gate.query(`lock table ${table} in share row exclusive mode`);
    const begun = [settled(first())];
    await waiting(gate, 1, []);
    begun.push(settled(second()));
    await waiting(gate, 2, begun.slice(1));
    await gate.commitTransaction();
    await gate.release();
    return Promise.all(begun);
  }

  /** Until so many connections wait for a lock, or one of these has come to its end. */
  async function waiting(gate: Pick<DataSource, 'query'>, count: number, ends: readonly Promise<unknown>[]) {
    let ended = false;
    for (const end of ends) void end.then(() => (ended = true));
    for (let look = 0; look < 500 && !ended; look++) {
      const [row]: { n: number }[] = await gate.query(
        `select count(distinct pid)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      if ((row?.n ?? 0) >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (!ended) throw new Error(`${count} never waited`);
  }

  const settled = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
    );
  const values = () => owner.query('select fiscal_year, value::int from indicator_value');
  const closedValue = async () =>
    (await one().unitOfWork.run(({ indicators }) => indicators.closings(DEMO_PLAN_ID)))[0]?.figures.find(
      (figure) => figure.indicatorId === TYPED,
    )?.value;
  const seen = async () => (await previewClosing(one(), DEMO_PLAN_ID, YEAR)).digest;
  const close = (digest: string) => () =>
    closeFiscalYear(one(), DESK, { planId: DEMO_PLAN_ID, fiscalYear: YEAR, digest });
  const take = async () => {
    const order = { planId: DEMO_PLAN_ID, table: TABLE };
    const { checkId, problems } = await checkValueTable(two(), order);
    expect(problems).toEqual([]);
    return () => importValueTable(two(), DESK, { ...order, checkId, sourceText: '集計' });
  };

  it('an import that comes while the year is being closed is refused, and nothing of it is written', async () => {
    expect(await atOnce('closing', close(await seen()), await take())).toEqual(['done', 'invalid_input']);
    expect(await values()).toEqual([]);
    expect(await closedValue()).toBeNull();
  });

  it('a closing that comes while an import is written is told that its numbers are old', async () => {
    expect(await atOnce('indicator_value', await take(), close(await seen()))).toEqual(['done', 'stale']);
    expect(await values()).toEqual([{ fiscal_year: YEAR, value: 900 }]);
    await close(await seen())();
    expect(await closedValue()).toBe(900);
  });

  it('a value typed in while the year is being closed is a correction after it', async () => {
    const type = () =>
      typeInValue(two(), DESK, { indicatorId: TYPED, fiscalYear: YEAR, value: 900, sourceText: '集計' });
    expect(await atOnce('closing', close(await seen()), type)).toEqual(['done', 'done']);
    expect(await closedValue()).toBeNull();
    expect(await values()).toEqual([{ fiscal_year: YEAR, value: 900 }]);
  });

  it('a target cannot be revised from a year that is being closed', async () => {
    const revise = () =>
      reviseTarget(two(), DESK, {
        indicatorId: TYPED,
        version: 0,
        reason: '見直し',
        comparison: 'ge',
        value: 10,
        fromFiscalYear: YEAR,
      });
    expect(await atOnce('closing', close(await seen()), revise)).toEqual(['done', 'invalid_input']);
  });

  it('two formulas cannot be made of each other, whoever is first', async () => {
    const made = (of: 0 | 1, indicatorId: string, other: string) => () => {
      const source: IndicatorSource = { kind: 'formula', op: 'sum', indicatorIds: [other] };
      return changeSource(deps[of]!, DESK, { indicatorId, version: 0, reason: '試し', source, mode: 'annual' });
    };
    const ends = await atOnce('plan_change', made(0, 'KODAMA-4', 'KODAMA-5'), made(1, 'KODAMA-5', 'KODAMA-4'));
    expect(ends).toEqual(['done', 'invalid_input']);
    expect(await owner.query('select about_id from plan_change')).toEqual([{ about_id: 'KODAMA-4' }]);
  });

  it('wait for each other a while; then the second is told, and the plan is free for others', async () => {
    const hasty = indicatorWork(await database.as('kotae_desk'), 'staff', 50);
    await one().unitOfWork.alone(DEMO_PLAN_ID, async () => {
      await expect(hasty.alone(DEMO_PLAN_ID, async () => undefined)).rejects.toMatchObject({
        name: 'DomainError',
        code: 'conflict',
        message: expect.stringContaining('もう一度'),
      });
    });
    // Neither who had it nor who waited for it leaves anything on the connection.
    await hasty.alone(DEMO_PLAN_ID, async () => undefined);
    for (let turn = 0; turn < 3; turn++) {
      expect(await (await database.as('kotae_desk')).query('show lock_timeout')).toEqual([{ lock_timeout: '0' }]);
    }
  });

  it('leave no lock behind, also when they fail', async () => {
    const { unitOfWork } = one();
    await expect(unitOfWork.alone(DEMO_PLAN_ID, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    for (let turn = 0; turn < 3; turn++) await unitOfWork.alone(DEMO_PLAN_ID, async () => undefined);
    expect(await owner.query(`select * from pg_locks where locktype = 'advisory'`)).toEqual([]);
    // Another plan waits for nobody.
    await unitOfWork.alone(DEMO_PLAN_ID, () => two().unitOfWork.alone('other', async () => undefined));
  });
});
