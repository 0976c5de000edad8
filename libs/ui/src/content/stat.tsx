import type { ReactNode } from 'react';
import { Link } from '../link';

const NUMBER = new Intl.NumberFormat('ja-JP');

export interface StatProps {
  label: ReactNode;
  value: number;
  /** 件, %, 日 … */
  unit: string;
  /** Where the number can be opened down to what is behind it. */
  href?: string;
  size?: 'normal' | 'large';
}

/** One living number with its unit and its name. */
export function Stat({ label, value, unit, href, size = 'normal' }: StatProps) {
  const number = (
    <span className="k-stat__value">
      {NUMBER.format(value)}
      <span className="k-stat__unit">{unit}</span>
    </span>
  );
  return (
    <p className={`k-stat k-stat--${size}`}>
      <span className="k-stat__label">{label}</span>
      {href ? <Link href={href}>{number}</Link> : number}
    </p>
  );
}
