import type { Forbidden } from '../types';
import { ChoiceList } from './choice-group';
import type { ChoiceOption } from './choice-group';
import type { FieldProps } from './field-props';
import { FormField } from './form-field';

export interface RadioGroupProps<Value extends string = string> extends FieldProps, Forbidden {
  name: string;
  options: readonly ChoiceOption<Value>[];
  /** Chosen value when the web holds the state; give `onValueChange` with it. */
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: (value: Value) => void;
  /** Side by side where there is room. */
  inline?: boolean;
}

/** One of a few choices. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, options, value, defaultValue, onValueChange, inline = false, ...field } = props;
  const chosen = onValueChange ? value : (value ?? defaultValue);
  return (
    <FormField {...field} kind="group">
      {(control) => (
        <ChoiceList
          type="radio"
          name={name}
          options={options}
          control={control}
          inline={inline}
          isChosen={(candidate) => candidate === chosen}
          onPick={onValueChange && ((picked) => onValueChange(picked))}
        />
      )}
    </FormField>
  );
}
