import type { ReactNode } from 'react';
import { Link } from '../link';

export interface NavItem {
  href: string;
  label: string;
  current?: boolean;
}

export interface SiteHeaderProps {
  /** こだま市 */
  organisation: string;
  /** 市民の声 */
  service: string;
  homeHref: string;
  nav?: readonly NavItem[];
  navLabel?: string;
  /** At the end: text size, language, who is signed in. */
  tools?: ReactNode;
}

/** Whose pages these are, and where one can go. Does not hide its links behind a menu. */
export function SiteHeader({
  organisation,
  service,
  homeHref,
  nav = [],
  navLabel = '主なページ',
  tools,
}: SiteHeaderProps) {
  return (
    <header className="k-site-header">
      <div className="k-site-header__inner k-container">
        <Link className="k-site-header__home" href={homeHref}>
          <span className="k-site-header__org">{organisation}</span>
          <span className="k-site-header__service">{service}</span>
        </Link>
        {tools && <div className="k-site-header__tools">{tools}</div>}
        {nav.length > 0 && (
          <nav className="k-site-header__nav" aria-label={navLabel}>
            <ul>
              {nav.map((item) => (
                <li key={item.href}>
                  <Link href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}
