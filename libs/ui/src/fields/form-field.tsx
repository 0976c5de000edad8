import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../icons';
import type { ControlProps, FieldProps } from './field-props';

export interface FormFieldProps extends FieldProps {
  /** `field` labels one control; `group` is a fieldset whose first control takes `id`. */
  kind?: 'field' | 'group';
  /** Ids of further texts that describe the control, e.g. a character count. */
  describedBy?: readonly string[];
  /** Receives what the control must spread on itself. */
  children: (control: ControlProps) => ReactNode;
  /** What stands under the control: a count, a list of files. */
  after?: ReactNode;
}

/**
 * Label above, hint under it, error between hint and control. Owns the ids and relations,
 * so a control cannot be left without a name or an error without its control.
 */
export function FormField(props: FormFieldProps) {
  const { id, label, hint, error, required = false, badge = 'auto', kind = 'field', labelHidden = false } = props;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId, ...(props.describedBy ?? [])].filter(Boolean).join(' ') || undefined;
  const control = {
    id,
    'aria-describedby': kind === 'field' ? describedBy : undefined,
    'aria-invalid': error ? true : undefined,
  } as const;

  const labelContent = (
    <>
      <span className="k-field__label-text">{label}</span>
      {badge === 'auto' && (
        <span className={classNames('k-badge', required ? 'k-badge--required' : 'k-badge--optional')}>
          {required ? '必須' : '任意'}
        </span>
      )}
    </>
  );
  const labelClass = classNames('k-field__label', labelHidden && 'k-visually-hidden');
  const texts = (
    <>
      {hint && (
        <div id={hintId} className="k-field__hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={errorId} className="k-field__error">
          <Icon name="error" />
          <span>
            <span className="k-visually-hidden">エラー: </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
  const className = classNames('k-field', error && 'k-field--error');

  if (kind === 'group') {
    return (
      <fieldset className={classNames(className, 'k-field--group')} aria-describedby={describedBy}>
        <legend className={labelClass}>{labelContent}</legend>
        {texts}
        {props.children(control)}
        {props.after}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id} className={labelClass}>
        {labelContent}
      </label>
      {texts}
      {props.children(control)}
      {props.after}
    </div>
  );
}
