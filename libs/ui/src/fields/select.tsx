import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../icons';
import type { Forbidden } from '../types';
import type { ControlWidth, FieldProps, OwnedAttribute } from './field-props';
import { FormField } from './form-field';
import { splitFieldProps } from './split-field-props';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectGroup {
  label: string;
  options: readonly SelectOption[];
}

export interface SelectProps
  extends FieldProps, Forbidden, Omit<ComponentPropsWithRef<'select'>, OwnedAttribute | 'multiple'> {
  name: string;
  options: readonly (SelectOption | SelectGroup)[];
  /** First choice with an empty value, e.g. 「選んでください」 or 「選ばない」. */
  emptyLabel?: string;
  width?: ControlWidth;
}

function options(list: readonly SelectOption[]) {
  return list.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

/** The native list of choices; for up to five choices `RadioGroup` is kinder. */
export function Select(props: SelectProps) {
  const { field, rest } = splitFieldProps(props);
  const { options: choices, emptyLabel, width = 'medium', ...native } = rest;
  return (
    <FormField {...field}>
      {(control) => (
        <div className={classNames('k-select', `k-input--${width}`)}>
          <select {...native} {...control} aria-required={field.required || undefined} className="k-input">
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {choices.map((choice) =>
              'options' in choice ? (
                <optgroup key={choice.label} label={choice.label}>
                  {options(choice.options)}
                </optgroup>
              ) : (
                options([choice])
              ),
            )}
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </FormField>
  );
}
