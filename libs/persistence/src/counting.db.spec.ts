import 'reflect-metadata';
import type { CountedState, CountedSubmission } from '@kotae/casework';
import { newId } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { CountFactLog } from './casework/count-fact-log';
import { rollUpCounts } from './counting';
import { PgIndicatorStore } from './indicator-store';

const SUBMISSION: CountedSubmission = {
  submissionId: newId(),
  receivedOn: '2026-06-10',
  channel: 'web',
  district: null,
};
const SIGNATURE = { actorId: null, actorName: '試験', at: new Date('2026-06-10T03:00:00Z') };
const PROPOSALS = { measure: 'class', classes: ['operations_improvement', 'policy_proposal'] } as const;

const state = (opinionId: string, change: Partial<CountedState> = {}): CountedState => ({
  opinionId,
  class: 'policy_proposal',
  topic: 'culture',
  sectionId: 'culture',
  outcome: null,
  outcomeOn: null,
  ...change,
});

// Hundreds of transactions: on a busy machine they take longer than a single test usually may.
const PATIENCE_MS = 60_000;

describe('rolling up counts', () => {
  let database: TestDatabase;
  let desk: DataSource;
  let worker: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    desk = await database.as('kotae_desk');
    worker = await database.as('kotae_worker');
  });
  afterAll(() => database.drop());

  const record = (changes: Parameters<CountFactLog['record']>[1]) =>
    desk.transaction((tx) => new CountFactLog(tx).record(SUBMISSION, changes, SIGNATURE, null));
  const proposals = async () => {
    const counts = await new PgIndicatorStore(desk.manager).yearlyCounts(PROPOSALS, 2026, 2026);
    return counts.reduce((sum, { count }) => sum + count, 0);
  };

  it(
    'shows the exact sum at every moment, while writers append, two workers roll up and readers read',
    async () => {
      const WRITERS = 4;
      const EACH = 60;
      const OPINIONS = (WRITERS + 1) * EACH;
      let begun = 0;
      let kept = 0;
      let writing = true;
      let moved = 0;
      let reads = 0;

      const write = async (writer: number) => {
        for (let i = 0; i < EACH; i++) {
          const id = newId();
          begun += 1;
          await record([{ before: null, after: state(id) }]);
          kept += 1;
          // Moving an opinion between two classes that both count must never show, not even for a moment.
          const after = state(id, { class: 'operations_improvement', topic: writer % 2 === 0 ? 'roads' : 'culture' });
          await record([{ before: state(id), after }]);
        }
      };
      const roll = async () => {
        while (writing) {
          const taken = await rollUpCounts(worker, 16);
          moved += taken;
        }
      };
      const read = async () => {
        while (writing) {
          const atLeast = kept;
          const shown = await proposals();
          const atMost = begun;
          if (shown < atLeast || shown > atMost) throw new Error(`${shown} is not within ${atLeast}…${atMost}`);
          reads += 1;
        }
      };
      // Nothing is rolled up yet: what is shown comes from the deltas alone.
      await write(0);
      expect(await proposals()).toBe(EACH);
      const others = [roll(), roll(), read(), read()];
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
      writing = false;
      await Promise.all(others);
      const rest = await rollUpCounts(worker);

      expect(await proposals()).toBe(OPINIONS);
      expect(moved + rest).toBe(OPINIONS * 3);
      expect(reads).toBeGreaterThan(10);
      const [left] = await desk.query('select count(*)::int as n from count_delta');
      expect(left).toEqual({ n: 0 });
      const [sums] = await desk.query(
        `select (select sum(n)::int from count_rollup where topic <> '*') as rolled,
         (select sum(n)::int from count_rollup where topic = '*') as together, (select sum(sign)::int from opinion_fact) as facts`,
      );
      expect(sums).toEqual({ rolled: OPINIONS, together: OPINIONS, facts: OPINIONS });
    },
    PATIENCE_MS,
  );

  it('takes a decision back together with its count when the transaction fails', async () => {
    const before = await proposals();
    await expect(
      desk.transaction(async (tx) => {
        await new CountFactLog(tx).record(SUBMISSION, [{ before: null, after: state(newId()) }], SIGNATURE, null);
        throw new Error('the decision failed');
      }),
    ).rejects.toThrow('the decision failed');
    expect(await proposals()).toBe(before);
    expect(await rollUpCounts(worker)).toBe(0);
  });

  it('cannot be done by the desk or the portal', async () => {
    await record([{ before: null, after: state(newId()) }]);
    await expect(rollUpCounts(desk)).rejects.toThrow(/permission denied/);
    await expect(rollUpCounts(await database.as('kotae_portal'))).rejects.toThrow(/permission denied/);
    expect(await rollUpCounts(worker)).toBe(1);
  });
});
