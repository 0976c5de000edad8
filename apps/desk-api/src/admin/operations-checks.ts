import type { OperationsCheck } from '@kotae/contracts';
import type { ClockFigures, OperationsFigures } from '@kotae/persistence';

/** Work that is later than this is late: it is usually done within a second. */
const LATE_SECONDS = 120;

/** Two machines that keep their time agree to within a second. */
const WRONG_CLOCK_SECONDS = 60;

/**
 * How things stand, in words for whoever looks after the programs. That there are figures says that the database answers;
 * when it does not, the page itself says so.
 */
export function operationsChecks(figures: OperationsFigures, unseen: number, clock: ClockFigures): OperationsCheck[] {
  const { workerConnections, outboxLagSeconds, deliveryLagSeconds, deliveriesFailed, mailFailures } = figures;
  const lag = Math.max(outboxLagSeconds, deliveryLagSeconds);
  return [
    check('database', true, 'データベースは答えています。', '', ''),
    check(
      'worker',
      workerConnections > 0,
      '裏方のプログラム（worker）は動いています。',
      '裏方のプログラム（worker）が動いていません。',
      'worker を始めてください。止まっているあいだの仕事は、始めれば自動で追いつきます。',
    ),
    check(
      'queue',
      lag <= LATE_SECONDS,
      '届いた声への処理は、遅れていません。',
      `届いた声への処理が ${minutes(lag)} 遅れています。`,
      'worker と Redis が動いているかを確かめてください。仕事はデータベースに残っていて、失われません。',
    ),
    check(
      'deliveries',
      deliveriesFailed === 0,
      'あきらめた処理はありません。',
      `あきらめた処理が ${deliveriesFailed} 件あります。`,
      '下の一覧で原因を見て、直してから「もう一度試す」を押してください。',
    ),
    check(
      'mail',
      mailFailures === 0,
      'メールは送れています。',
      `まだ送れていないメールが ${mailFailures} 通あります。`,
      'メールサーバーが動いているか、設定（SMTP_URL）が正しいかを確かめてください。しばらくは自動で送り直します。',
    ),
    check(
      'unseen',
      unseen === 0,
      '1開庁日より長く、開かれていない声はありません。',
      `1開庁日より長く、だれも開いていない声が ${unseen} 件あります。`,
      '広報広聴担当の人に、受信箱を開いてもらってください。',
    ),
    check(
      'clock',
      Math.abs(clock.aheadSeconds) <= WRONG_CLOCK_SECONDS && clock.lettersAhead === 0,
      'サーバーの時計は合っています。',
      clock.lettersAhead > 0
        ? `まだ来ていない日付で受け付けた声が ${clock.lettersAhead} 件あります。サーバーの時計が進んでいたようです。`
        : `サーバーの時計が、データベースの時計と ${minutes(Math.abs(clock.aheadSeconds))} ずれています。`,
      '各サーバーの時刻合わせ（NTP）を直してください。受け付けた声、受付番号、照会コードは、そのまま使えます。',
    ),
  ];
}

function check(
  name: OperationsCheck['name'],
  ok: boolean,
  good: string,
  bad: string,
  whatToDo: string,
): OperationsCheck {
  return { name, ok, words: ok ? good : bad, whatToDo: ok ? null : whatToDo };
}

function minutes(seconds: number): string {
  return seconds < 7_200 ? `${Math.round(seconds / 60)} 分` : `${Math.round(seconds / 3_600)} 時間`;
}
