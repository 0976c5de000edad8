import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../actions/button';

export interface MoreRowsProps {
  /** Whether there are more rows to fetch; without them nothing is shown. */
  more: boolean;
  busy: boolean;
  /** The last attempt to fetch more failed. */
  failed?: boolean;
  onMore: () => void;
  /** How much of the whole is shown. */
  children?: ReactNode;
}

/** The end of a list that goes on; stands right after the list. */
export function MoreRows({ more, busy, failed = false, onMore, children }: MoreRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const firstNew = useFocusOnNewRow(more);
  if (!more) return null;
  return (
    <div ref={box} className="k-more">
      {children}
      {failed && !busy && (
        <p role="alert" className="k-more__failed">
          続きを読み込めませんでした。
        </p>
      )}
      <Button
        type="button"
        variant="secondary"
        busy={busy}
        onClick={() => {
          firstNew(box.current?.previousElementSibling ?? null);
          onMore();
        }}
      >
        {failed ? 'もう一度読み込む' : 'もっと見る'}
      </Button>
    </div>
  );
}

/** The last rows take the button away: whoever pressed it goes on at the first of them. */
function useFocusOnNewRow(more: boolean): (list: Element | null) => void {
  const pressed = useRef<{ list: Element; rows: number } | null>(null);
  useEffect(() => {
    if (more || !pressed.current) return;
    const { list, rows } = pressed.current;
    pressed.current = null;
    const row = rowsIn(list)[rows];
    if (!row || document.activeElement !== document.body) return;
    const inside = row.querySelector<HTMLElement>('a[href], button');
    if (!inside) row.tabIndex = -1;
    (inside ?? row).focus();
  }, [more]);
  return (list) => {
    pressed.current = list && { list, rows: rowsIn(list).length };
  };
}

function rowsIn(list: Element): NodeListOf<HTMLElement> {
  return list.querySelectorAll<HTMLElement>('tbody > tr, .k-rows > li');
}
