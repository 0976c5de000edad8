import type { ReactNode } from 'react';
import { Link } from '../link';
import type { NavItem } from './site-header';
import { SkipLink } from './skip-link';

export interface DeskNavItem extends NavItem {
  /** How many wait there. */
  count?: number | undefined;
  /** There may be more than `count`. */
  orMore?: boolean | undefined;
  /** `danger` when the count must not stay: the overdue and the urgent. */
  tone?: 'neutral' | 'danger';
}

export interface DeskShellProps {
  organisation: string;
  service: string;
  homeHref: string;
  nav: readonly DeskNavItem[];
  /** Who is signed in, search, sign-out. */
  tools?: ReactNode;
  /** Keys of this screen, along the bottom. */
  keys?: ReactNode;
  /** `<main>` content. */
  children: ReactNode;
}

/** The desk's frame: bar at the top, places with counts at the left, work in the middle, keys at the bottom. */
export function DeskShell({ organisation, service, homeHref, nav, tools, keys, children }: DeskShellProps) {
  return (
    <div className="k-desk-shell">
      <SkipLink />
      <header className="k-desk-bar">
        <Link href={homeHref} className="k-desk-bar__home">
          <span>{organisation}</span> <strong>{service}</strong>
        </Link>
        {tools && <div className="k-desk-bar__tools">{tools}</div>}
      </header>
      <nav className="k-desk-nav" aria-label="仕事の場所">
        <ul>
          {nav.map((item) => (
            <li key={item.href}>
              <Link href={item.href} aria-current={item.current ? 'page' : undefined}>
                <span>{item.label}</span>
                {item.count !== undefined && (
                  <span
                    className={`k-desk-nav__count k-desk-nav__count--${item.count > 0 ? (item.tone ?? 'neutral') : 'neutral'}`}
                  >
                    {item.count.toLocaleString('ja-JP')}
                    {item.orMore && <span aria-hidden="true">+</span>}
                    <span className="k-visually-hidden">{item.orMore ? '件以上' : '件'}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className="k-desk-main" tabIndex={-1}>
        {children}
      </main>
      {keys && (
        <aside className="k-desk-keys" aria-label="この画面のキー">
          {keys}
        </aside>
      )}
    </div>
  );
}
