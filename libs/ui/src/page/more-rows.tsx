import type { ReactNode } from 'react';
import { Button } from '../actions/button';

export interface MoreRowsProps {
  /** Whether there are more rows to fetch; without them nothing is shown. */
  more: boolean;
  busy: boolean;
  onMore: () => void;
  /** How much of the whole is shown. */
  children?: ReactNode;
}

/** The end of a list that goes on. */
export function MoreRows({ more, busy, onMore, children }: MoreRowsProps) {
  if (!more) return null;
  return (
    <div className="k-more">
      {children}
      <Button type="button" variant="secondary" busy={busy} onClick={onMore}>
        もっと見る
      </Button>
    </div>
  );
}
