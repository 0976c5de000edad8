import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../icons';

export interface DialogProps {
  open: boolean;
  /** Called by Escape, by the close button, and by a form with `method="dialog"`. */
  onClose: () => void;
  title: ReactNode;
  /** Buttons at the bottom, the safest first. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
  children: ReactNode;
}

/** The browser's own modal dialog: it holds the focus, gives it back, and closes by Escape. */
export function Dialog({ open, onClose, title, actions, size = 'normal', children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the box leaves the page: only a dialog that is closed in it gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!open || !dialog) return;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      className={`k-dialog k-dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Told late: it may be open again.
        if (open && !event.currentTarget.open) onClose();
      }}
    >
      {open && (
        <>
          <div className="k-dialog__head">
            <h2 id={titleId} className="k-dialog__title">
              {title}
            </h2>
            <button type="button" className="k-icon-button" aria-label="閉じる" onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="k-dialog__body">{children}</div>
          {actions && <div className="k-dialog__actions k-cluster">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
