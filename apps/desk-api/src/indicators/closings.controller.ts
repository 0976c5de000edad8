import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type {
  ClosedIndicatorYear,
  ClosingLook,
  ClosingView,
  Page,
  PlanClosings,
  RestatedOpinions,
} from '@kotae/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { ClosingDesk } from './closing-desk';
import { ClosePlanYearDto } from './closing.dto';
import { IndicatorDesk } from './indicator-desk';
import { YearQueryDto } from './indicator.dto';

/** 年度の締めと修正再表示. */
@Controller('api')
export class ClosingsController {
  constructor(
    @Inject(ClosingDesk) private readonly closings: ClosingDesk,
    @Inject(IndicatorDesk) private readonly desk: IndicatorDesk,
  ) {}

  @RequirePermission('indicator.read')
  @Get('plans/:id/closings')
  ofPlan(@Param('id') id: string): Promise<PlanClosings> {
    return this.closings.ofPlan(id);
  }

  @RequirePermission('indicator.read')
  @Get('plans/:id/closings/:fiscalYear')
  look(@Param('id') id: string, @Param('fiscalYear') fiscalYear: string): Promise<ClosingLook> {
    return this.closings.look(id, Number(fiscalYear));
  }

  @RequirePermission('indicator.close')
  @Post('plans/:id/closings')
  @HttpCode(201)
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() { fiscalYear, digest }: ClosePlanYearDto,
  ): Promise<ClosingView> {
    return this.closings.close(actor, id, fiscalYear, digest);
  }

  @RequirePermission('indicator.open')
  @Get('plans/:id/closings/:fiscalYear/record')
  async record(
    @Param('id') id: string,
    @Param('fiscalYear') fiscalYear: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.closings.record(id, Number(fiscalYear));
    await reply
      .header('Content-Type', 'application/json; charset=utf-8')
      .header(
        'Content-Disposition',
        `attachment; filename="closing.json"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header('Cache-Control', 'no-store')
      .send(bytes);
  }

  @RequirePermission('indicator.read')
  @Get('indicators/:id/closed-years')
  async ofIndicator(@Param('id') id: string): Promise<Page<ClosedIndicatorYear>> {
    return { items: await this.closings.ofIndicator(id), next: null };
  }

  @RequirePermission('indicator.open')
  @Get('indicators/:id/restatement/opinions')
  restated(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: YearQueryDto,
  ): Promise<RestatedOpinions> {
    return this.closings.restatedOpinions(actor, id, this.desk.fiscalYear(query));
  }
}
