import type { ClosedNumberView } from '@kotae/contracts';
import { RestatementMark } from './restatement-mark';

/** What a closed year says beside its value: nothing has changed, 修正再表示, or another way of counting since. */
export function ClosedWords({ closed }: { closed: ClosedNumberView | null }) {
  if (closed === null) return null;
  return (
    <>
      {closed.restated && <RestatementMark number={closed} />}
      {closed.otherwise !== null && '締めた後に数え方を変えました'}
      {!closed.restated && closed.otherwise === null && '締め済み'}
      {'　'}
    </>
  );
}
