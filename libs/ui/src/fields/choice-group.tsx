import { Choice } from './choice';
import type { ChoiceProps } from './choice';
import type { ControlProps } from './field-props';

export interface ChoiceOption<Value extends string = string> {
  value: Value;
  label: ChoiceProps['label'];
  /** A short sentence under the label of this choice. */
  hint?: ChoiceProps['hint'];
  disabled?: boolean;
}

interface ChoiceListProps<Value extends string> {
  type: ChoiceProps['type'];
  name: string;
  options: readonly ChoiceOption<Value>[];
  control: ControlProps;
  inline: boolean;
  isChosen: (value: Value) => boolean;
  /** Given when the web holds the state; without it the browser does. */
  onPick: ((value: Value, chosen: boolean) => void) | undefined;
}

/** The choices of a group. The first one takes the field's id, so an error link lands on it. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { type, name, options, control, inline, isChosen, onPick } = props;
  return (
    <div className={inline ? 'k-choices k-choices--inline' : 'k-choices'}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type={type}
          id={index === 0 ? control.id : `${control.id}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          invalid={control['aria-invalid'] === true}
          checked={onPick ? isChosen(option.value) : undefined}
          defaultChecked={onPick ? undefined : isChosen(option.value)}
          onChange={onPick && ((event) => onPick(option.value, event.currentTarget.checked))}
        />
      ))}
    </div>
  );
}
