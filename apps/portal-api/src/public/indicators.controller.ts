import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { IndicatorView } from '@kotae/contracts';
import { DomainError } from '@kotae/kernel';
import type { FastifyReply } from 'fastify';
import { problems, ref } from '../api/open-api-parts';
import { PUBLIC_READING } from '../tokens';
import type { PublicReading } from './public-reading';

const SHARED = 'public, max-age=30';

@ApiTags('計画の指標')
@Controller('api/v1/indicators')
export class IndicatorsController {
  constructor(@Inject(PUBLIC_READING) private readonly reading: PublicReading) {}

  @Get()
  @ApiOperation({ operationId: 'listIndicators', summary: '計画の指標を読む' })
  @ApiQuery({ name: 'plan', required: false, description: '計画のid。省くと、この市の計画' })
  @ApiResponse({ status: 200, description: '計画の順', schema: { type: 'array', items: ref('Indicator') } })
  @problems(404)
  async list(@Query('plan') asked: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<IndicatorView[]> {
    void reply.header('Cache-Control', SHARED);
    const planId = typeof asked === 'string' && asked !== '' ? asked : await this.#ownPlan();
    if (planId === null) return [];
    const indicators = await this.reading.indicators(planId);
    if (indicators === null) throw new DomainError('not_found', '計画が見つかりませんでした。');
    return indicators;
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readIndicator', summary: '指標を1つ読む' })
  @ApiParam({ name: 'id', example: 'KODAMA-1' })
  @ApiResponse({ status: 200, description: '指標', schema: ref('Indicator') })
  @problems(404)
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<IndicatorView> {
    const indicator = await this.reading.indicator(id);
    if (indicator === null) throw new DomainError('not_found', '指標が見つかりませんでした。');
    void reply.header('Cache-Control', SHARED);
    return indicator;
  }

  async #ownPlan(): Promise<string | null> {
    const plans = await this.reading.plans();
    return (plans.find((plan) => plan.own) ?? plans[0])?.id ?? null;
  }
}
