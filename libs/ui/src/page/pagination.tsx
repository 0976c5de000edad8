import { Icon } from '../icons';
import { Link } from '../link';

export interface PaginationProps {
  /** Address of the page of newer entries (keyset), when there are any. */
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  /** What is paged, for screen readers: 「市民の声」. */
  label: string;
  newerLabel?: string;
  olderLabel?: string;
}

/** Newer and older. Pages have no numbers, since lists are read by key and grow while one reads. */
export function Pagination(props: PaginationProps) {
  const { newerHref, olderHref, label, newerLabel = '新しいものを見る', olderLabel = '古いものを見る' } = props;
  if (!newerHref && !olderHref) return null;
  return (
    <nav className="k-pagination" aria-label={`${label}のページ送り`}>
      {newerHref && (
        <Link className="k-button k-button--secondary" href={newerHref}>
          <Icon name="chevron-left" />
          <span>{newerLabel}</span>
        </Link>
      )}
      {olderHref && (
        <Link className="k-button k-button--secondary k-pagination__older" href={olderHref}>
          <span>{olderLabel}</span>
          <Icon name="chevron" />
        </Link>
      )}
    </nav>
  );
}
