import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names';
import type { Forbidden } from '../types';
import type { ControlWidth, FieldProps, OwnedAttribute } from './field-props';
import { FormField } from './form-field';
import { splitFieldProps } from './split-field-props';

export type TextInputType = 'text' | 'email' | 'tel' | 'search' | 'password' | 'date' | 'month' | 'number' | 'url';

export interface TextInputProps
  extends FieldProps, Forbidden, Omit<ComponentPropsWithRef<'input'>, OwnedAttribute | 'type' | 'width'> {
  name: string;
  type?: TextInputType;
  width?: ControlWidth;
}

/** One line of text, with its label. `autoComplete` and `inputMode` are worth giving: a phone fills them in. */
export function TextInput(props: TextInputProps) {
  const { field, rest } = splitFieldProps(props);
  const { type = 'text', width = 'full', ...native } = rest;
  return (
    <FormField {...field}>
      {(control) => (
        <input
          {...native}
          {...control}
          type={type}
          aria-required={field.required || undefined}
          className={classNames('k-input', `k-input--${width}`)}
        />
      )}
    </FormField>
  );
}
