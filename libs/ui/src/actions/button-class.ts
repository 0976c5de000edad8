import { classNames } from '../class-names';

/** One primary per screen; danger only for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger';
/** `large` for the few things a resident comes for; `small` for rows and toolbars of the desk. */
export type ButtonSize = 'normal' | 'large' | 'small';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as its container. */
  full?: boolean;
}

export function buttonClass({ variant = 'primary', size = 'normal', full = false }: ButtonLook): string {
  return classNames(
    'k-button',
    `k-button--${variant}`,
    size !== 'normal' && `k-button--${size}`,
    full && 'k-button--full',
  );
}
