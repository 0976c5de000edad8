import { DialogActions } from '@kotae/ui';
import type { ReactNode } from 'react';
import { useAnnounce } from './announcer';
import { FormRefusal } from './form-errors';

/** What is used of a mutation. */
interface Saving<Request> {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (request: Request, options: { onSuccess: () => void }) => void;
}

/** What stands in a form's fields. */
export interface FormValues {
  /** Without the blanks around it; empty when there is no such field. */
  readonly text: (name: string) => string;
  readonly ticked: (name: string) => boolean;
  /** As it was typed. */
  readonly raw: (name: string) => string;
}

/** A form in a dialog that makes or changes one record: refusals at the head, fields, save or not. Closes when it is saved. */
export function RecordForm<Request>(props: {
  save: Saving<Request>;
  /** Fields that show their own problems. */
  fields: readonly string[];
  request: (values: FormValues) => Request;
  /** What is said when it is saved. */
  saved: (values: FormValues) => string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { save, fields, request, saved, onClose, children } = props;
  const announce = useAnnounce();
  return (
    <form
      className="k-stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const values = valuesOf(new FormData(event.currentTarget));
        save.mutate(request(values), {
          onSuccess: () => {
            announce({ text: saved(values) });
            onClose();
          },
        });
      }}
    >
      <FormRefusal error={save.error} fields={fields} />
      {children}
      <DialogActions confirm="保存" busy={save.isPending} onCancel={onClose} />
    </form>
  );
}

function valuesOf(data: FormData): FormValues {
  const raw = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { raw, text: (name) => raw(name).trim(), ticked: (name) => raw(name) === 'yes' };
}
