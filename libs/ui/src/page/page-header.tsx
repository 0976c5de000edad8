import type { ReactNode } from 'react';

export interface PageHeaderProps {
  /** The page's h1. */
  title: ReactNode;
  /** Small line above: a number, a kind. */
  eyebrow?: ReactNode;
  /** One or two sentences: what this page is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The page's one h1 with what belongs to it. */
export function PageHeader({ title, eyebrow, lead, actions, children }: PageHeaderProps) {
  return (
    <div className="k-page-header">
      <div className="k-page-header__texts">
        {eyebrow && <p className="k-page-header__eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <div className="k-page-header__lead">{lead}</div>}
      </div>
      {actions && <div className="k-page-header__actions k-cluster">{actions}</div>}
      {children}
    </div>
  );
}
