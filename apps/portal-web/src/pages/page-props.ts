import type { PageFrame, PortalPage } from '@kotae/contracts';

export type PageOf<Name extends PortalPage['name']> = Extract<PortalPage, { name: Name }>;

/** What a page component is given. */
export interface PageProps<Name extends PortalPage['name']> {
  page: PageOf<Name>;
  frame: PageFrame;
}
