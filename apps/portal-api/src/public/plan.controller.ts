import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pages } from '../pages/pages';
import { PAGES, PUBLIC_READING } from '../tokens';
import type { PublicReading } from './public-reading';

const FRESH_FOR_MS = 15_000;
const SHARED = 'public, max-age=30';

/** The plan's indicators in public. */
@ApiExcludeController()
@Controller('plan')
export class PlanController {
  constructor(
    @Inject(PUBLIC_READING) private readonly reading: PublicReading,
    @Inject(PAGES) private readonly pages: Pages,
  ) {}

  @Get()
  async plan(@Query('plan') asked: unknown, @Res() reply: FastifyReply): Promise<void> {
    const html = await this.pages.remembered(`plan ${String(asked)}`, FRESH_FOR_MS, async () => {
      const plans = await this.reading.plans();
      const chosen =
        typeof asked === 'string' && asked !== ''
          ? plans.find((plan) => plan.id === asked)
          : (plans.find((plan) => plan.own) ?? plans[0]);
      if (chosen === undefined && asked !== undefined) throw new NotFoundException();
      const indicators = chosen === undefined ? [] : ((await this.reading.indicators(chosen.id)) ?? []);
      return { name: 'plan', plans, planId: chosen?.id ?? '', indicators };
    });
    this.pages.send(reply, 200, html, SHARED);
  }

  @Get(':id')
  async indicator(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    if (id.length > 100) throw new NotFoundException();
    const html = await this.pages.remembered(`indicator ${id}`, FRESH_FOR_MS, async () => {
      const indicator = await this.reading.indicator(id);
      if (indicator === null) throw new NotFoundException();
      return { name: 'indicator', indicator };
    });
    this.pages.send(reply, 200, html, SHARED);
  }
}
