import { LIMITS, characters } from '@kotae/kernel';
import { Dialog, DialogActions, Kbd, TextArea, TextInput } from '@kotae/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFirstFocus } from './first-focus';
import { FormRefusal, fieldError } from './form-errors';

export interface ReasonDialogProps {
  title: string;
  /** Label of the text: 「理由」, 「差し戻しのコメント」. */
  label: string;
  hint?: string;
  /** A second field on one line above the reason, e.g. where a letter is forwarded to. */
  to?: { label: string; hint: string };
  /** Without it the text may be left empty. */
  required?: boolean;
  confirmLabel: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (reason: string, to: string) => void;
  children?: ReactNode;
}

/** Asks why, before something is done that the record keeps. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog open onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const { label, hint, to, required = true, confirmLabel, danger, busy, error } = props;
  const [reason, setReason] = useState('');
  const [place, setPlace] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useFirstFocus<HTMLFormElement>('input, textarea');
  const missingReason = required && reason.trim() === '';
  const missingPlace = to !== undefined && place.trim() === '';
  const confirm = () => {
    if (busy) return;
    setAsked(true);
    if (!missingReason && !missingPlace) props.onConfirm(reason.trim(), place.trim());
  };
  return (
    <form
      ref={form}
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
      }}
    >
      {props.children}
      <FormRefusal error={error} fields={['reason', 'comment', 'to']} />
      {to && (
        <TextInput
          id="reason-to"
          name="to"
          label={to.label}
          hint={to.hint}
          required
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          error={fieldError(error, 'to') ?? (asked && missingPlace ? `${to.label}を書いてください` : undefined)}
        />
      )}
      <TextArea
        id="reason-text"
        name="reason"
        label={label}
        hint={hint}
        required={required}
        rows={4}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        count={{ max: LIMITS.reason, current: characters(reason) }}
        error={
          fieldError(error, 'reason') ??
          fieldError(error, 'comment') ??
          (asked && missingReason ? `${label}を書いてください` : undefined)
        }
      />
      <DialogActions
        confirm={confirmLabel}
        busy={busy}
        onCancel={props.onClose}
        danger={danger}
        shortcut={<Kbd>Ctrl+Enter</Kbd>}
      />
    </form>
  );
}
