import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icons';
import { Link } from '../link';
import type { HeadingLevel } from '../types';

export interface CardProps {
  title?: ReactNode;
  headingLevel?: HeadingLevel;
  /** Makes the title a link and the whole card its target. */
  href?: string;
  /** `accent` and `outline` cards are the big doors of a home page. */
  look?: 'plain' | 'accent' | 'outline';
  /** Small line above the title: a date, a section. */
  meta?: ReactNode;
  children?: ReactNode;
}

/** One thing with a border around it. */
export function Card({ title, headingLevel = 3, href, look = 'plain', meta, children }: CardProps) {
  return (
    <div className={`k-card k-card--${look}${href ? ' k-card--link' : ''}`}>
      {meta && <div className="k-card__meta">{meta}</div>}
      {title && (
        <Heading level={headingLevel} className="k-card__title">
          {href ? <Link href={href}>{title}</Link> : title}
          {href && <Icon name="arrow" />}
        </Heading>
      )}
      {children && <div className="k-card__body">{children}</div>}
    </div>
  );
}
