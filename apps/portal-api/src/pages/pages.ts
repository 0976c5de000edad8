import type { PageFrame, PortalPage, RenderPortalPage } from '@kotae/contracts';
import type { FastifyReply } from 'fastify';
import type { CityCache } from '../city/city-cache';
import { Memory } from './memory';

/** Path of a page, for the navigation. */
const PATHS: Readonly<Record<PortalPage['name'], string>> = {
  home: '/',
  letter: '/letter',
  'letter-check': '/letter',
  'letter-done': '/letter',
  'status-form': '/status',
  status: '/status',
  voices: '/voices',
  voice: '/voices',
  plan: '/plan',
  indicator: '/plan',
  privacy: '/privacy',
  accessibility: '/accessibility',
  error: '',
};

const REMEMBERED_PAGES = 2_000;

/** Residents' pages as HTML documents. */
export class Pages {
  readonly #memory = new Memory<string>(REMEMBERED_PAGES);

  constructor(
    private readonly renderPage: RenderPortalPage,
    private readonly assets: PageFrame['assets'],
    private readonly city: CityCache,
  ) {}

  render(page: PortalPage): string {
    return this.renderPage(page, { city: this.city.view, path: PATHS[page.name], assets: this.assets });
  }

  /** A page that is the same for everyone, made at most once in `forMs`. */
  remembered(key: string, forMs: number, make: () => Promise<PortalPage>): Promise<string> {
    return this.#memory.get(key, forMs, async () => this.render(await make()));
  }

  /** Answers with a page made for one person: kept by nobody. */
  answer(reply: FastifyReply, status: number, page: PortalPage): void {
    this.send(reply, status, this.render(page), 'no-store');
  }

  send(reply: FastifyReply, status: number, html: string, cacheControl: string): void {
    void reply
      .status(status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', cacheControl)
      .send(html);
  }
}
