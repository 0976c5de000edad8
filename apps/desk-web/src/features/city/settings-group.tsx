import { TextArea, TextInput } from '@kotae/ui';
import type { ReactNode } from 'react';
import { fieldError } from '../../shared/form-errors';
import type { SettingsDraft } from './settings-draft';

/** What every group of the settings is given. */
export interface GroupProps {
  draft: SettingsDraft;
  error: unknown;
  set: (part: Partial<SettingsDraft>) => void;
}

export function Group({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="k-stack d-city__group" aria-label={title}>
      <h2>{title}</h2>
      {lead && <p className="d-quiet">{lead}</p>}
      {children}
    </section>
  );
}

type TextName = {
  [K in keyof SettingsDraft]: SettingsDraft[K] extends string ? K : never;
}[keyof SettingsDraft];

interface SettingProps extends GroupProps {
  /** Name of the field on the server; its id is `settings-` and this. */
  field: TextName;
  label: string;
  hint?: string;
}

export function TextSetting(
  props: SettingProps & { width?: 'short' | 'medium' | 'full'; type?: 'text' | 'tel' | 'email' | 'url'; max: number },
) {
  const { draft, error, set, field, label, hint, width = 'full', type = 'text', max } = props;
  return (
    <TextInput
      id={`settings-${field}`}
      name={field}
      type={type}
      label={label}
      hint={hint}
      required
      badge="none"
      width={width}
      maxLength={max}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={fieldError(error, field)}
    />
  );
}

/** A list with one item on each line. */
export function ListSetting(props: SettingProps & { rows: number }) {
  const { draft, error, set, field, label, hint, rows } = props;
  return (
    <TextArea
      id={`settings-${field}`}
      name={field}
      label={label}
      hint={hint}
      rows={rows}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={fieldError(error, field)}
    />
  );
}
