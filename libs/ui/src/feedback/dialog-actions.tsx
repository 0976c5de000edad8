import type { ReactNode } from 'react';
import { Button } from '../actions/button';

export interface DialogActionsProps {
  /** What the form does when it is sent. */
  confirm: ReactNode;
  busy: boolean;
  onCancel: () => void;
  /** For what cannot be taken back. */
  danger?: boolean;
  shortcut?: ReactNode;
}

/** The two ways out of a form in a dialog: without doing it, and doing it. */
export function DialogActions({ confirm, busy, onCancel, danger = false, shortcut }: DialogActionsProps) {
  return (
    <div className="k-cluster k-dialog-actions">
      <Button type="button" variant="secondary" onClick={onCancel}>
        やめる
      </Button>
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} shortcut={shortcut}>
        {confirm}
      </Button>
    </div>
  );
}
