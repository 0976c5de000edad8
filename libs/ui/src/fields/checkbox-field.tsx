import type { Forbidden } from '../types';
import { Icon } from '../icons';
import { Choice } from './choice';
import type { ChoiceProps } from './choice';
import type { FieldProps } from './field-props';

export interface CheckboxFieldProps
  extends
    Pick<FieldProps, 'id' | 'label' | 'hint' | 'error'>,
    Pick<ChoiceProps, 'name' | 'value' | 'checked' | 'defaultChecked' | 'disabled' | 'onChange'>,
    Forbidden {}

/** One yes or no, e.g. consent to publication. Never ticked in advance where it gives consent. */
export function CheckboxField({ id, label, hint, error, ...choice }: CheckboxFieldProps) {
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={error ? 'k-field k-field--error' : 'k-field'}>
      {error && (
        <p id={errorId} className="k-field__error">
          <Icon name="error" />
          <span>
            <span className="k-visually-hidden">エラー: </span>
            {error}
          </span>
        </p>
      )}
      <Choice {...choice} type="checkbox" id={id} label={label} hint={hint} invalid={!!error} describedBy={errorId} />
    </div>
  );
}
