import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PortalPage } from '@kotae/contracts';
import type { FastifyReply } from 'fastify';
import type { Pages } from '../pages/pages';
import { PAGES, PUBLIC_READING } from '../tokens';
import type { PublicReading } from './public-reading';

const FRESH_FOR_MS = 15_000;
const SHARED = 'public, max-age=30';
const ON_HOME = 5;

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    @Inject(PUBLIC_READING) private readonly reading: PublicReading,
    @Inject(PAGES) private readonly pages: Pages,
  ) {}

  @Get()
  home(@Res() reply: FastifyReply): Promise<void> {
    return this.#send(reply, 'home', async () => {
      // The doors to write and to look up stand open whatever else does not answer.
      const [living, newest] = await Promise.allSettled([this.reading.living(), this.reading.newestAnswers(ON_HOME)]);
      return {
        name: 'home',
        living: living.status === 'fulfilled' ? living.value : null,
        newest: newest.status === 'fulfilled' ? newest.value : [],
      };
    });
  }

  @Get('privacy')
  privacy(@Res() reply: FastifyReply): Promise<void> {
    return this.#send(reply, 'privacy', async () => ({ name: 'privacy' }));
  }

  @Get('accessibility')
  accessibility(@Res() reply: FastifyReply): Promise<void> {
    return this.#send(reply, 'accessibility', async () => ({ name: 'accessibility' }));
  }

  async #send(reply: FastifyReply, key: string, make: () => Promise<PortalPage>): Promise<void> {
    this.pages.send(reply, 200, await this.pages.remembered(key, FRESH_FOR_MS, make), SHARED);
  }
}
