import type { AccuracyView } from '@kotae/contracts';
import { URGENCY_FATES, type UrgencyFate } from '@kotae/kernel';
import { DataTable } from '@kotae/ui';
import { URGENCY_HEADS, alarmWords, monthWords } from './accuracy-words';
import { urgencyHref, type Period } from './address';
import { FigureLink } from './figure-link';
import { urgencyTotals } from './tables';

type Row = AccuracyView['urgency'][number];

/** What people said about urgency, month by month: taken together, and each number open down to its letters. */
export function UrgencySection({ view, period }: { view: AccuracyView; period: Period }) {
  const totals = urgencyTotals(view.urgency);
  const all: Row = { month: '', ...totals };
  const none = URGENCY_FATES.every((fate) => totals[fate] === 0);
  return (
    <section className="k-stack k-stack--small">
      <h2>緊急</h2>
      {none ? (
        <p className="d-quiet">
          この期間に、緊急かどうかを決めた記録はありません。受付の画面で「緊急」「緊急ではない」を決めると、ここに現れます。
        </p>
      ) : (
        <>
          <p>{alarmWords(totals)}</p>
          <DataTable
            caption="緊急の知らせと、職員の決定（通）"
            density="dense"
            rows={view.urgency}
            footer={[all]}
            rowKey={(row) => row.month}
            columns={[
              {
                key: 'month',
                header: '決めた月',
                rowHeader: true,
                kind: 'tight',
                cell: (row) => (row.month === '' ? '合計' : monthWords(row.month)),
              },
              ...URGENCY_FATES.map((fate) => ({
                key: fate,
                header: URGENCY_HEADS[fate],
                kind: 'number' as const,
                cell: (row: Row) => <Count row={row} fate={fate} period={period} />,
              })),
            ]}
          />
          <details className="k-details">
            <summary>数え方</summary>
            <ul>
              <li>
                「当たり」は緊急と知らせて職員も緊急と決めたもの、「空振り」は知らせたが職員が緊急ではないと決めたもの、「見落とし」は知らせなかったが職員が緊急にしたものです。緊急の種類が違っていても「当たり」に数えます。
              </li>
              <li>
                緊急の知らせも印もないまま振り分けた受付と、振り分けずに供覧・移ちょうで完結した受付は、そのとき「緊急ではない」と決めたものとして「どちらも緊急でない」に数えます。読み飛ばされた緊急は、ここに紛れます。だから、見落としの数は実際より少なく出ます。
              </li>
              <li>あとから決め直したときは、最後の決定だけを、その決定の月に数えます。</li>
              <li>
                知らせが出たまま、決めずに振り分けたものと、振り分けずに供覧・移ちょうで完結したものは「未決定」で、当たりにも空振りにも入れません。機械が読む前に決めたもの、この記録を始める前に確認したものは数えません。
              </li>
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function Count({ row, fate, period }: { row: Row; fate: UrgencyFate; period: Period }) {
  const count = row[fate];
  if (count === 0) return <span className="k-muted">0</span>;
  const asked = row.month === '' ? { fate } : { fate, month: row.month };
  return <FigureLink href={urgencyHref(period, asked)}>{count.toLocaleString('ja-JP')}</FigureLink>;
}
