import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { Icon } from '../icons';
import type { IconName } from '../icons';
import type { Forbidden } from '../types';
import { buttonClass } from './button-class';
import type { ButtonLook } from './button-class';

export interface ButtonProps
  extends ButtonLook, Forbidden, Omit<ComponentPropsWithRef<'button'>, 'style' | 'className'> {
  /** Required so that a button inside a form never submits it by accident. */
  type: 'submit' | 'button' | 'reset';
  icon?: IconName;
  /** Shown at the end, usually `Kbd`. */
  shortcut?: ReactNode;
  /** Keeps the focus, says it is unavailable, and neither acts nor submits a second time. */
  busy?: boolean;
}

function swallow(event: MouseEvent) {
  event.preventDefault();
}

/** A form is sent by the first click of a double click; the second would send it again, or empty, after a fast answer. */
function once(onClick: ButtonProps['onClick']): ButtonProps['onClick'] {
  return (event) => {
    if (event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
}

/** Does something. What leads somewhere is a `LinkButton`. */
export function Button(props: ButtonProps) {
  const { variant, size, full, icon, shortcut, busy = false, children, ...native } = props;
  return (
    <button
      {...native}
      onClick={busy ? swallow : native.type === 'submit' ? once(native.onClick) : native.onClick}
      aria-disabled={busy || native['aria-disabled'] || undefined}
      className={buttonClass({ variant, size, full })}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {shortcut}
    </button>
  );
}
