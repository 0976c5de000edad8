import type { Forbidden } from '../types';
import { ChoiceList } from './choice-group';
import type { ChoiceOption } from './choice-group';
import type { FieldProps } from './field-props';
import { FormField } from './form-field';

export interface CheckboxGroupProps<Value extends string = string> extends FieldProps, Forbidden {
  name: string;
  options: readonly ChoiceOption<Value>[];
  values?: readonly Value[] | undefined;
  defaultValues?: readonly Value[] | undefined;
  onValuesChange?: (values: Value[]) => void;
  inline?: boolean;
}

/** Any number of a few choices. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { name, options, values, defaultValues, onValuesChange, inline = false, ...field } = props;
  const chosen = values ?? defaultValues ?? [];
  return (
    <FormField {...field} kind="group">
      {(control) => (
        <ChoiceList
          type="checkbox"
          name={name}
          options={options}
          control={control}
          inline={inline}
          isChosen={(candidate) => chosen.includes(candidate)}
          onPick={
            onValuesChange &&
            ((picked, on) => onValuesChange(on ? [...chosen, picked] : chosen.filter((other) => other !== picked)))
          }
        />
      )}
    </FormField>
  );
}
