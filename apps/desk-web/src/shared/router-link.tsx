import type { LinkComponentProps } from '@kotae/ui';
import { Link as RouterLink } from 'react-router';

/** The router's link under every link of the design system; files and other sites stay plain links. */
export function DeskLink({ href, ...rest }: LinkComponentProps) {
  if (!href.startsWith('/') || href.startsWith('/api/')) return <a {...rest} href={href} />;
  return <RouterLink {...rest} to={href} />;
}
