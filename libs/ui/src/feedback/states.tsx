import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { HeadingLevel } from '../types';

export interface StateProps {
  title: ReactNode;
  headingLevel?: HeadingLevel;
  /** What to do next. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** Nothing here, and why that is, and what can be done. */
export function EmptyState({ title, headingLevel = 2, actions, children }: StateProps) {
  return (
    <div className="k-state">
      <span className="k-state__mark" aria-hidden="true">
        <Icon name="speech" />
      </span>
      <Heading level={headingLevel} className="k-state__title">
        {title}
      </Heading>
      {children && <div className="k-state__text">{children}</div>}
      {actions && <div className="k-cluster k-cluster--center">{actions}</div>}
    </div>
  );
}

/** It did not work, what is safe, and what to do. Never a code alone. */
export function ErrorState({ title, headingLevel = 2, actions, children }: StateProps) {
  return (
    <div className="k-state k-state--error" role="alert">
      <span className="k-state__mark" aria-hidden="true">
        <Icon name="alert" />
      </span>
      <Heading level={headingLevel} className="k-state__title">
        {title}
      </Heading>
      {children && <div className="k-state__text">{children}</div>}
      {actions && <div className="k-cluster k-cluster--center">{actions}</div>}
    </div>
  );
}

export interface LoadingProps {
  /** 「受信箱を読み込んでいます」 */
  label?: string;
  /** Lines of grey text that hold the place of what comes. 0 shows the words only. */
  lines?: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** It takes longer than usual: say so instead of pretending. */
  slow?: boolean;
}

/** Something is on its way. Does not move when the reader prefers no motion. */
export function Loading({ label = '読み込んでいます', lines = 3, slow = false }: LoadingProps) {
  return (
    <div className="k-loading" role="status">
      <p className="k-loading__label">
        {label}
        {slow ? '。いつもより時間がかかっています。このままお待ちください。' : '…'}
      </p>
      <div className="k-loading__lines" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} className="k-loading__line" />
        ))}
      </div>
    </div>
  );
}
