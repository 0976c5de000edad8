import { createContext, use } from 'react';
import type { ComponentType, ReactNode, Ref } from 'react';

/** What a link component of a web must accept; `href` is always a real address. */
export interface LinkComponentProps {
  href: string;
  id?: string;
  className?: string;
  rel?: string;
  target?: '_blank';
  'aria-current'?: 'page' | 'step' | 'true';
  'aria-label'?: string;
  'aria-describedby'?: string;
  ref?: Ref<HTMLAnchorElement>;
  children?: ReactNode;
}

const LinkContext = createContext<ComponentType<LinkComponentProps> | null>(null);

/** Lets a single-page web put its router's link under every link of the design system. Without it links are plain `<a>`. */
export function LinkProvider(props: { component: ComponentType<LinkComponentProps>; children: ReactNode }) {
  return <LinkContext value={props.component}>{props.children}</LinkContext>;
}

/** A link: the web's own link component when there is one, else `<a>`. */
export function Link(props: LinkComponentProps) {
  const Component = use(LinkContext);
  return Component ? <Component {...props} /> : <a {...props} />;
}
