import type { ChangeEventHandler, ReactNode } from 'react';

export interface ChoiceProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean;
  describedBy?: string | undefined;
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
}

/** One radio button or checkbox; the whole line is the target. */
export function Choice(props: ChoiceProps) {
  const hintId = props.hint ? `${props.id}-choice-hint` : undefined;
  const describedBy = [props.describedBy, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="k-choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.checked}
        defaultChecked={props.defaultChecked}
        disabled={props.disabled}
        aria-invalid={props.invalid && props.type === 'checkbox' ? true : undefined}
        aria-describedby={describedBy}
        onChange={props.onChange}
      />
      <label htmlFor={props.id}>{props.label}</label>
      {props.hint && (
        <div id={hintId} className="k-choice__hint">
          {props.hint}
        </div>
      )}
    </div>
  );
}
