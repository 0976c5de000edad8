import { Button } from '@kotae/ui';
import type { ReactNode } from 'react';

/** Stays in sight at the bottom of a long form: whether something waits to be saved, the way to do it, and why it could not. */
export function SaveBar(props: { dirty: boolean; busy: boolean; onUndo: () => void; trouble: ReactNode }) {
  const { dirty, busy, onUndo, trouble } = props;
  return (
    <div className="d-city__save">
      {trouble}
      <div className="k-cluster">
        <Button type="submit" busy={busy}>
          保存する
        </Button>
        {dirty && (
          <Button type="button" variant="tertiary" onClick={onUndo}>
            保存前に戻す
          </Button>
        )}
        <span className="d-quiet" role="status">
          {dirty ? '保存していない変更があります' : ''}
        </span>
      </div>
    </div>
  );
}
