import { fiscalYearLabel } from '@kotae/kernel';
import { DateText, Link } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { planClosingsQuery } from './closing-api';
import { RestatementMark } from './restatement-mark';

/** On the plan's page: whether the year at hand is closed, and what has changed since. */
export function ClosedMark({ planId, fiscalYear }: { planId: string; fiscalYear: number }) {
  const closings = useQuery(planClosingsQuery(planId));
  if (!closings.data) return null;
  const closed = closings.data.closed.find((year) => year.fiscalYear === fiscalYear);
  const year = fiscalYearLabel(fiscalYear);
  if (!closed) {
    if (!closings.data.open.includes(fiscalYear)) return null;
    return (
      <p className="d-closed-mark">
        {year}は終わりましたが、まだ締めていません。
        <Link href={`/plans/${planId}/closings/${fiscalYear}`}>締める数を見る</Link>
      </p>
    );
  }
  return (
    <div className="d-closed-mark d-closed-mark--closed">
      <p>
        <strong>{year}は締めてあります</strong>（<DateText at={closed.closedAt} format="short" />　{closed.closedBy}）。
        <Link href={`/plans/${planId}/closings/${fiscalYear}`}>締めた時の数と記録を見る</Link>
      </p>
      {closed.changed.length > 0 && (
        <ul className="d-plain-list">
          {closed.changed.map((number) => (
            <li key={number.indicatorId}>
              {number.name}　<RestatementMark number={number} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
