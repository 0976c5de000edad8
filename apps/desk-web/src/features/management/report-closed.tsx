import type { ReportClosedView } from '@kotae/contracts';
import { Link } from '@kotae/ui';
import { useMay } from '../../shared/session';
import { restatementHref } from './closing-api';

/** What a closed year says beside its value: nothing has changed, 修正再表示, or another way of counting since. */
export function ClosedWords({ closed }: { closed: ReportClosedView | null }) {
  if (closed === null) return null;
  return (
    <>
      {closed.changes.length > 0 && <Restated closed={closed} />}
      {closed.otherwise !== null && '締めた後に数え方を変えました'}
      {closed.changes.length === 0 && closed.otherwise === null && '締め済み'}
      {'　'}
    </>
  );
}

/** 「修正再表示　累計 締めた時 41件 → 現在 43件」, and the way to the opinions that make the difference. */
function Restated({ closed }: { closed: ReportClosedView }) {
  const mayOpen = useMay('indicator.open');
  const words = closed.changes
    .map(({ what, then, now }) => `${what === null ? '' : `${what} `}締めた時 ${then} → 現在 ${now}`)
    .join('、');
  return (
    <span className="d-restated">
      <span className="d-restated__word">修正再表示</span>
      {mayOpen && closed.counted ? (
        <Link href={restatementHref(closed.indicatorId, closed.fiscalYear)}>{words}</Link>
      ) : (
        words
      )}
    </span>
  );
}
