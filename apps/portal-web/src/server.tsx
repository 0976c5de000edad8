import type { PageFrame, PortalPage, RenderPortalPage } from '@kotae/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { Document } from './document';

/** A whole HTML document; portal-api loads this at run time. */
export const render: RenderPortalPage = (page: PortalPage, frame: PageFrame): string =>
  `<!doctype html>${renderToStaticMarkup(<Document page={page} frame={frame} />)}`;
