import { operationsChecks } from './operations-checks';

const WELL = {
  unhandled: 3,
  oldestUnhandledSeconds: 60,
  outboxLagSeconds: 0.2,
  deliveryLagSeconds: 0,
  deliveriesFailed: 0,
  mailFailures: 0,
  workerConnections: 2,
};
const RIGHT = { aheadSeconds: 0.1, lettersAhead: 0 };
const wrong = (changes: Partial<typeof WELL>, unseen = 0, clock: Partial<typeof RIGHT> = {}) =>
  operationsChecks({ ...WELL, ...changes }, unseen, { ...RIGHT, ...clock })
    .filter(({ ok }) => !ok)
    .map(({ name, words }) => `${name}: ${words}`);

describe('the operator’s words', () => {
  it('have nothing to do when all is well', () => {
    const checks = operationsChecks(WELL, 0, RIGHT);
    expect(checks.every(({ ok, whatToDo }) => ok && whatToDo === null)).toBe(true);
    expect(checks.map(({ name }) => name)).toEqual([
      'database',
      'worker',
      'queue',
      'deliveries',
      'mail',
      'unseen',
      'clock',
    ]);
  });

  it('name what is wrong, one thing at a time, and what to do', () => {
    expect(wrong({ workerConnections: 0 })).toEqual(['worker: 裏方のプログラム（worker）が動いていません。']);
    expect(wrong({ outboxLagSeconds: 600 })).toEqual(['queue: 届いた声への処理が 10 分 遅れています。']);
    expect(wrong({ deliveryLagSeconds: 10_800 })).toEqual(['queue: 届いた声への処理が 3 時間 遅れています。']);
    expect(wrong({ deliveriesFailed: 2 })).toEqual(['deliveries: あきらめた処理が 2 件あります。']);
    expect(wrong({ mailFailures: 1 })).toEqual(['mail: まだ送れていないメールが 1 通あります。']);
    expect(wrong({}, 4)).toEqual(['unseen: 1開庁日より長く、だれも開いていない声が 4 件あります。']);
    expect(wrong({}, 0, { aheadSeconds: -3_600 })).toEqual([
      'clock: サーバーの時計が、データベースの時計と 60 分 ずれています。',
    ]);
    expect(wrong({}, 0, { lettersAhead: 2 })).toEqual([
      'clock: まだ来ていない日付で受け付けた声が 2 件あります。サーバーの時計が進んでいたようです。',
    ]);
    for (const { ok, whatToDo } of operationsChecks({ ...WELL, workerConnections: 0, mailFailures: 1 }, 1, RIGHT)) {
      expect(whatToDo === null).toBe(ok);
    }
  });
});
