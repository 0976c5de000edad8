import { buttonClass } from '@kotae/ui';
import type { ReactNode } from 'react';

/** A file of the desk's API; the browser keeps it under the name that the server gives. */
export function DownloadLink(props: { href: string; children: ReactNode; variant?: 'secondary' | 'tertiary' }) {
  const { href, children, variant = 'secondary' } = props;
  return (
    <a href={`/api${href}`} download className={buttonClass({ variant })}>
      <span>{children}</span>
    </a>
  );
}
