import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type { CountedState } from '@kotae/casework';
import {
  DEMO_PLAN_ID,
  DEMO_PROPOSALS_ID,
  closeFiscalYear,
  indicatorFigures,
  opinionsBehindNumber,
  planFigures,
  restatementOf,
  typeInValue,
  type CountFilter,
  type OpinionCursor,
  type PlansFile,
} from '@kotae/indicators';
import {
  OPINION_CLASSES,
  OUTCOMES,
  addDays,
  fiscalYearMonths,
  fiscalYearOf,
  newId,
  type Channel,
  type DayString,
} from '@kotae/kernel';
import { FakeClock, createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { CountFactLog } from './casework/count-fact-log';
import { rollUpCounts } from './counting';
import { PgIndicatorStore, indicatorWork } from './indicator-store';
import { loadPlans } from './plan-loader';

interface Known extends CountedState {
  readonly submissionId: string;
  readonly receivedOn: DayString;
  readonly channel: Channel;
  readonly district: string | null;
  readonly live: boolean;
}

const DESK = { kind: 'staff', staffId: newId(), name: '佐藤', role: 'desk', sectionId: null } as const;

/** A small random number generator, so that a failure can be played again. */
function dice(seed: number) {
  let x = seed;
  const next = () => {
    x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((x ^ (x >>> 12)) >>> 0) / 2 ** 32;
  };
  return {
    upTo: (n: number) => Math.floor(next() * n),
    of: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!,
  };
}

// Hundreds of transactions: on a busy machine they take longer than a single test usually may.
const PATIENCE_MS = 60_000;

describe('indicators on PostgreSQL', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let desk: DataSource;
  let worker: DataSource;
  const clock = new FakeClock('2027-04-10T03:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    desk = await database.as('kotae_desk');
    worker = await database.as('kotae_worker');
    for (const id of ['culture', 'roads'])
      await owner.query('insert into section (id, name) values ($1, $2)', [id, `${id}課`]);
    for (const id of ['culture', 'roads', 'transit'])
      await owner.query('insert into topic (code, name, section_id) values ($1, $1, $2)', [
        id,
        id === 'roads' ? id : 'culture',
      ]);
  });
  afterAll(() => database.drop());

  const plansFile = async () =>
    JSON.parse(await readFile(new URL('../../../data/plans.json', import.meta.url), 'utf8')) as PlansFile;
  const deps = () => ({ unitOfWork: indicatorWork(desk), clock });

  it('loads the five plans and the city’s own, programmes too, and changes nothing the second time', async () => {
    await owner.transaction(async (tx) => loadPlans(tx, await plansFile()));
    const read = () =>
      owner.query(`select (select json_agg(p order by id) from plan p) as plans, (select count(*)::int from indicator) as indicators,
        (select count(*)::int from programme) as programmes, (select md5(string_agg(content::text, '' order by id)) from indicator) as sum`);
    const first = await read();
    expect(first[0].plans).toHaveLength(6);
    expect(first[0].indicators).toBeGreaterThan(60);
    expect(first[0].programmes).toBeGreaterThan(20);
    await owner.transaction(async (tx) => loadPlans(tx, await plansFile()));
    expect(await read()).toEqual(first);
  });

  it('gives the public the same figures, and not who typed them', async () => {
    const value = {
      indicatorId: 'KODAMA-4',
      fiscalYear: 2026,
      value: 1040.5,
      printed: '延1,040.5人',
      sourceText: '集計',
    };
    const nameless = ({ indicators, ...rest }: Awaited<ReturnType<typeof planFigures>>) => ({
      ...rest,
      indicators: indicators.map((one) => ({ ...one, typed: one.typed.map((v) => ({ ...v, author: '' })) })),
    });
    await typeInValue(deps(), DESK, { ...value, value: 900 });
    await typeInValue(deps(), DESK, value);
    const portal = await database.as('kotae_portal');
    const publicly = { unitOfWork: indicatorWork(portal, 'public'), clock };
    const plans = await indicatorWork(portal, 'public').run(({ indicators }) => indicators.plans());
    expect(plans[0]?.id).toBe(DEMO_PLAN_ID);
    let shownInAll = 0;
    for (const plan of plans) {
      const shown = await planFigures(publicly, plan.id, 2026);
      // Who typed a value is the one thing that differs.
      expect(nameless(shown)).toEqual(nameless(await planFigures(deps(), plan.id, 2026)));
      shownInAll += shown.indicators.length;
    }
    expect(shownInAll).toBeGreaterThan(60);
    expect((await indicatorFigures(publicly, 'KODAMA-4', 2026)).current?.value).toBe(1040.5);
    const [told] = await indicatorWork(portal, 'public').run(({ indicators }) => indicators.typedValues(['KODAMA-4']));
    const [known] = await indicatorWork(desk).run(({ indicators }) => indicators.typedValues(['KODAMA-4']));
    expect(told).toMatchObject({ author: '', value: 900 });
    expect(known).toMatchObject({ author: '佐藤', value: 900, printed: '延1,040.5人' });
    await expect(portal.query('select author_name from indicator_value')).rejects.toThrow(/permission denied/);
  });

  it(
    'shows exactly as many opinions behind each number as the number says, whatever was decided',
    async () => {
      const { upTo, of } = dice(20_261_120);
      const opinions: Known[] = [];
      const day = () => addDays('2024-03-20', upTo(900));

      for (let step = 0; step < 400; step++) {
        const before = upTo(3) === 0 || opinions.length === 0 ? null : of(opinions);
        const after = changed(before);
        await desk.transaction(async (tx) => {
          if (before === null) await tx.query(...insertion(after, step));
          else {
            await tx.query(
              `update opinion set class = $2, topic = $3, section_id = $4, outcome = $5, outcome_on = $6, withdrawn_at = $7 where id = $1`,
              [
                after.opinionId,
                after.class,
                after.topic,
                after.sectionId,
                after.outcome,
                after.outcomeOn,
                after.live ? null : new Date(),
              ],
            );
          }
          await new CountFactLog(tx).record(
            after,
            [{ before: before?.live === true ? before : null, after: after.live ? after : null }],
            { actorId: null, actorName: '試験', at: new Date() },
            null,
          );
        });
        if (before === null) opinions.push(after);
        else opinions[opinions.indexOf(before)] = after;
        if (upTo(25) === 0) await rollUpCounts(worker, 1 + upTo(40));
      }

      function changed(before: Known | null): Known {
        const outcome = upTo(2) === 0 ? null : of(OUTCOMES);
        const fresh = {
          class: of(OPINION_CLASSES),
          topic: of(['culture', 'roads', 'transit']),
          sectionId: of(['culture', 'roads']),
          outcome,
          outcomeOn: outcome === null ? null : day(),
        };
        if (before === null) {
          const place = { opinionId: newId(), submissionId: newId(), receivedOn: day(), live: true };
          return {
            ...fresh,
            ...place,
            channel: of(['web', 'postcard'] as const),
            district: of([null, '中央', '北部']),
          };
        }
        if (!before.live) return { ...before, live: true };
        return upTo(5) === 0 ? { ...before, live: false } : { ...before, ...fresh };
      }

      const FILTERS: readonly CountFilter[] = [
        { measure: 'class' },
        { measure: 'class', classes: ['operations_improvement', 'policy_proposal'] },
        { measure: 'class', classes: ['complaint'], channels: ['postcard'], districts: ['中央'] },
        { measure: 'class', topics: ['roads', 'transit'], sectionIds: ['culture'] },
        { measure: 'outcome', outcomes: ['implemented'] },
        { measure: 'outcome', outcomes: ['planned', 'under_study'], classes: ['policy_proposal'], topics: ['culture'] },
      ];
      const store = new PgIndicatorStore(desk.manager);
      let seen = 0;
      for (const filter of FILTERS) {
        const naive = opinions.filter((o) => o.live && counts(o, filter));
        const dayOf = (o: Known) => (filter.measure === 'class' ? o.receivedOn : o.outcomeOn!);
        const years = new Map((await store.yearlyCounts(filter, 2023, 2026)).map((y) => [y.fiscalYear, y.count]));
        for (const fiscalYear of [2023, 2024, 2025, 2026]) {
          const ofYear = naive.filter((o) => fiscalYearOf(dayOf(o)) === fiscalYear);
          expect(years.get(fiscalYear) ?? 0).toBe(ofYear.length);
          const months = new Map((await store.monthlyCounts(filter, fiscalYear)).map((m) => [m.month, m.count]));
          for (const month of fiscalYearMonths(fiscalYear))
            expect(months.get(month) ?? 0).toBe(ofYear.filter((o) => dayOf(o).startsWith(month)).length);
          const range = { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
          const listed = await everyPage((after) => store.opinionsBehind(filter, range, after, 7));
          const keys = listed.map((o) => `${o.countedOn} ${o.opinionId}`);
          expect(keys).toEqual([...keys].sort().reverse());
          expect(listed.map((o) => o.opinionId).sort()).toEqual(ofYear.map((o) => o.opinionId).sort());
          seen += listed.length;
        }
      }
      expect(seen).toBeGreaterThan(200);
    },
    PATIENCE_MS,
  );

  it('counts the total beside the list in one state, for the value, the year and the month', async () => {
    for (const scope of [{ kind: 'value' }, { kind: 'year' }, { kind: 'month', month: '2026-05' }] as const) {
      const ask = { indicatorId: DEMO_PROPOSALS_ID, fiscalYear: 2026, scope };
      const listed = await everyPage((after) => opinionsBehindNumber(deps(), { ...ask, after, limit: 9 }));
      expect((await opinionsBehindNumber(deps(), ask)).total).toBe(listed.length);
    }
  });

  it('freezes a year byte for byte, refuses to close it twice, and shows what changed since', async () => {
    const frozen = await closeFiscalYear(deps(), DESK, { planId: DEMO_PLAN_ID, fiscalYear: 2025 });
    await expect(closeFiscalYear(deps(), DESK, { planId: DEMO_PLAN_ID, fiscalYear: 2025 })).rejects.toMatchObject({
      code: 'conflict',
    });
    // Two at once: both have looked before either wrote.
    await expect(indicatorWork(desk).run(({ indicators }) => indicators.appendClosing(frozen))).rejects.toMatchObject({
      code: 'conflict',
    });
    const kept = await indicatorWork(desk).run(({ indicators }) => indicators.closing(DEMO_PLAN_ID, 2025));
    expect(kept?.canonical).toBe(frozen.canonical);
    expect(kept?.sha256).toBe(frozen.sha256);

    const then = frozen.content.figures.find((f) => f.indicatorId === DEMO_PROPOSALS_ID)!;
    const gone = then.opinions[0]!;
    const [row] = await owner.query('select submission_id from opinion where id = $1', [gone.opinionId]);
    await desk.transaction(async (tx) => {
      await tx.query('update opinion set withdrawn_at = now() where id = $1', [gone.opinionId]);
      const [fact] = await tx.query(
        `select outcome, counted_on as on from opinion_fact where opinion_id = $1 and measure = 'outcome' order by seq desc limit 1`,
        [gone.opinionId],
      );
      const [now] = await tx.query('select outcome, outcome_on from opinion where id = $1', [gone.opinionId]);
      expect(fact === undefined || now.outcome === null || fact.outcome === now.outcome).toBe(true);
      await new CountFactLog(tx).record(
        { submissionId: row.submission_id, receivedOn: gone.countedOn, channel: gone.channel, district: gone.district },
        [
          {
            before: {
              opinionId: gone.opinionId,
              class: gone.class!,
              topic: gone.topic!,
              sectionId: gone.sectionId!,
              outcome: now.outcome,
              outcomeOn: now.outcome_on,
            },
            after: null,
          },
        ],
        { actorId: null, actorName: '試験', at: new Date() },
        '二重登録',
      );
    });
    const restated = await restatementOf(deps(), DEMO_PROPOSALS_ID, 2025);
    expect(restated).toMatchObject({
      then: then.value,
      now: then.value! - 1,
      difference: -1,
      removed: [gone.opinionId],
      added: [],
      restated: true,
    });
  });

  function insertion(o: Known, serial: number): [string, unknown[]] {
    return [
      `with s as (
         insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel,
           received_on, received_at, body, reply_wanted, publish_consent, district)
         values ($2::uuid, 2026, $10, uuid_send($2::uuid), $2::text, '\\x00', 'web_opinion', $8, $7, now(), '本文', false, false, $9))
       insert into opinion (id, submission_id, ordinal, start_at, end_at, text, class, topic, section_id, channel, district,
         received_on, decided_by, decided_at, outcome, outcome_on)
       values ($1, $2::uuid, 1, 0, 2, '本文', $3, $4, $5, $8, $9, $7, '試験', now(), $6, $11)`,
      [
        o.opinionId,
        o.submissionId,
        o.class,
        o.topic,
        o.sectionId,
        o.outcome,
        o.receivedOn,
        o.channel,
        o.district,
        serial,
        o.outcomeOn,
      ],
    ];
  }
});

function counts(o: Known, filter: CountFilter): boolean {
  const among = <T>(value: T | null, list: readonly T[] | undefined) =>
    list === undefined || (value !== null && list.includes(value));
  return (
    (filter.measure === 'class' || (o.outcome !== null && among(o.outcome, filter.outcomes))) &&
    among(o.class, filter.classes) &&
    among(o.channel, filter.channels) &&
    among(o.topic, filter.topics) &&
    among(o.sectionId, filter.sectionIds) &&
    among(o.district, filter.districts)
  );
}

async function everyPage<T>(
  page: (after: OpinionCursor | null) => Promise<{ readonly items: readonly T[]; readonly next: OpinionCursor | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: OpinionCursor | null = null;
  do {
    const { items, next } = await page(after);
    all.push(...items);
    after = next;
  } while (after !== null);
  return all;
}
