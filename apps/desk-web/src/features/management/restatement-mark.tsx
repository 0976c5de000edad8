import type { ClosedNumberView } from '@kotae/contracts';
import { Link } from '@kotae/ui';
import { useMay } from '../../shared/session';
import { restatementHref } from './closing-api';
import { amount } from './figures';

/**
 * 「修正再表示：締めた時 41件 → 現在 43件」, and the way to the opinions that make the difference. Where the indicator is
 * counted in another way since, what that way gives stands beside it.
 */
export function RestatementMark({ number }: { number: ClosedNumberView }) {
  const mayOpen = useMay('indicator.open');
  const then = `締めた時 ${valueWords(number.then, number.unit)}`;
  const words = number.restated ? `${then} → 現在 ${valueWords(number.now, number.unit)}` : then;
  return (
    <span className="d-restated">
      <span className="d-restated__word">{number.restated ? '修正再表示' : '数え方の変更'}</span>
      {mayOpen && number.counted ? (
        <Link href={restatementHref(number.indicatorId, number.fiscalYear)}>{words}</Link>
      ) : (
        words
      )}
      {number.otherwise && <>（いまの数え方では{valueWords(number.otherwise.value, number.unit)}）</>}
    </span>
  );
}

export function valueWords(value: number | null, unit: string): string {
  return value === null ? '値なし' : amount(value, unit);
}
