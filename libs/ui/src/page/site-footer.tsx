import type { ReactNode } from 'react';
import { Link } from '../link';
import type { NavItem } from './site-header';

export interface SiteFooterProps {
  organisation: string;
  /** Section, address, telephone: who is behind this page. */
  contact?: ReactNode;
  links?: readonly NavItem[];
}

/** Who answers for the page and how to reach a person. */
export function SiteFooter({ organisation, contact, links = [] }: SiteFooterProps) {
  return (
    <footer className="k-site-footer">
      <div className="k-site-footer__inner k-container">
        <div>
          <p className="k-site-footer__org">{organisation}</p>
          {contact && <div className="k-site-footer__contact">{contact}</div>}
        </div>
        {links.length > 0 && (
          <ul className="k-site-footer__links">
            {links.map((item) => (
              <li key={item.href}>
                <Link href={item.href}>{item.label}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
