import type { PageFrame, PortalPage } from './pages';

/**
 * How portal-api gets a page from portal-web: the server bundle of portal-web exports `render` of this type and returns
 * a whole HTML document. portal-api loads the bundle at run time; neither app imports the other.
 */
export type RenderPortalPage = (page: PortalPage, frame: PageFrame) => string;
