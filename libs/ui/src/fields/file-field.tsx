import type { ComponentPropsWithRef, ReactNode } from 'react';
import type { Forbidden } from '../types';
import type { FieldProps, OwnedAttribute } from './field-props';
import { FormField } from './form-field';
import { splitFieldProps } from './split-field-props';

export interface FileFieldProps
  extends
    FieldProps,
    Forbidden,
    Omit<ComponentPropsWithRef<'input'>, OwnedAttribute | 'type' | 'value' | 'accept' | 'defaultValue'> {
  name: string;
  /** MIME types, comma separated. With `image/jpeg` a telephone converts its own format by itself. */
  accept: string;
  /** Files already received, with a way to take each away. */
  received?: ReactNode;
}

/** The native file picker: it works without JavaScript, by keyboard and by voice. */
export function FileField(props: FileFieldProps) {
  const { field, rest } = splitFieldProps(props);
  const { received, ...native } = rest;
  return (
    <FormField {...field} after={received}>
      {(control) => <input {...native} {...control} type="file" className="k-file" />}
    </FormField>
  );
}
