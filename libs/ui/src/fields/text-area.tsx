import type { ComponentPropsWithRef } from 'react';
import type { Forbidden } from '../types';
import { CharacterCount } from './character-count';
import type { FieldProps, OwnedAttribute } from './field-props';
import { FormField } from './form-field';
import { splitFieldProps } from './split-field-props';

export interface TextAreaProps
  extends FieldProps, Forbidden, Omit<ComponentPropsWithRef<'textarea'>, OwnedAttribute | 'maxLength'> {
  name: string;
  /** Shows a character count under the text. Longer text is never cut while it is typed. */
  count?: { max: number; current?: number | undefined };
}

/** Several lines of text, growing with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { field, rest } = splitFieldProps(props);
  const { count, rows = 8, ...native } = rest;
  return (
    <FormField
      {...field}
      describedBy={count ? [`${field.id}-count`] : []}
      after={count && <CharacterCount for={field.id} max={count.max} current={count.current} />}
    >
      {(control) => (
        <textarea
          {...native}
          {...control}
          rows={rows}
          aria-required={field.required || undefined}
          className="k-input k-input--area"
        />
      )}
    </FormField>
  );
}
