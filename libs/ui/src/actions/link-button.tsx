import type { ReactNode } from 'react';
import { Icon } from '../icons';
import type { IconName } from '../icons';
import { Link } from '../link';
import { buttonClass } from './button-class';
import type { ButtonLook } from './button-class';

export interface LinkButtonProps extends ButtonLook {
  href: string;
  id?: string;
  icon?: IconName;
  /** Icon after the words, e.g. `arrow`. */
  iconEnd?: IconName;
  children: ReactNode;
}

/** Leads somewhere and looks as important as a button. */
export function LinkButton({ href, id, icon, iconEnd, children, ...look }: LinkButtonProps) {
  return (
    <Link href={href} id={id} className={buttonClass(look)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconEnd && <Icon name={iconEnd} />}
    </Link>
  );
}
