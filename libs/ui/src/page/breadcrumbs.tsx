import { Icon } from '../icons';
import { Link } from '../link';

export interface Crumb {
  label: string;
  /** The last one, the page itself, has none. */
  href?: string;
}

/** The way from the first page to this one. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav className="k-breadcrumbs" aria-label="現在位置">
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {index > 0 && <Icon name="chevron" />}
            {item.href ? <Link href={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
