import { Link } from '@kotae/ui';
import type { ReactNode } from 'react';
import { useMay } from '../../shared/session';

/** A figure, and the way to what stands behind it for those who may open it. */
export function FigureLink({ href, children }: { href: string; children: ReactNode }) {
  return useMay('indicator.open') ? <Link href={href}>{children}</Link> : children;
}
