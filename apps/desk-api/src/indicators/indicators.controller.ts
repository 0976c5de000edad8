import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { DeskIndicatorView, OpinionsBehind, Page, PlanView, RestatementView } from '@kotae/contracts';
import { indicatorFigures, planFigures, restatementOf, typeInValue } from '@kotae/indicators';
import type { FastifyReply } from 'fastify';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { IndicatorDesk } from './indicator-desk';
import { BehindQueryDto, IndicatorValueDto, YearQueryDto } from './indicator.dto';
import { planView } from './plan-view';

/** 計画と指標. Ids of plans and indicators are those of the plans themselves, e.g. `KODAMA-1`. */
@Controller('api')
export class IndicatorsController {
  constructor(@Inject(IndicatorDesk) private readonly desk: IndicatorDesk) {}

  @RequirePermission('indicator.read')
  @Get('plans')
  plans(): Promise<Page<PlanView>> {
    return this.desk.deps.unitOfWork.run(async ({ indicators }) => {
      const items: PlanView[] = [];
      for (const plan of await indicators.plans()) items.push(planView(plan, await indicators.indicatorsOf(plan.id)));
      return { items, next: null };
    });
  }

  @RequirePermission('indicator.read')
  @Get('plans/:id/indicators')
  async ofPlan(@Param('id') id: string, @Query() query: YearQueryDto): Promise<Page<DeskIndicatorView>> {
    const { indicators } = await planFigures(this.desk.deps, id, this.desk.fiscalYear(query));
    return { items: indicators, next: null };
  }

  @RequirePermission('indicator.read')
  @Get('indicators/:id')
  one(@Param('id') id: string, @Query() query: YearQueryDto): Promise<DeskIndicatorView> {
    return indicatorFigures(this.desk.deps, id, this.desk.fiscalYear(query));
  }

  @RequirePermission('indicator.open')
  @Get('indicators/:id/opinions')
  opinions(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: BehindQueryDto,
  ): Promise<OpinionsBehind> {
    return this.desk.opinionsBehind(actor, id, query);
  }

  @RequirePermission('indicator.open')
  @Get('indicators/:id/opinions.csv')
  async opinionsFile(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: BehindQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.desk.opinionsFile(actor, id, query);
    await reply
      .header('Content-Type', 'text/csv; charset=utf-8')
      .header(
        'Content-Disposition',
        `attachment; filename="opinions.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header('Cache-Control', 'no-store')
      .send(bytes);
  }

  @RequirePermission('indicator.write')
  @Post('indicators/:id/values')
  async typeIn(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() { fiscalYear, value, printed, sourceText }: IndicatorValueDto,
  ): Promise<DeskIndicatorView> {
    await typeInValue(this.desk.deps, actor, { indicatorId: id, fiscalYear, value, printed, sourceText });
    return indicatorFigures(this.desk.deps, id, fiscalYear);
  }

  @RequirePermission('indicator.open')
  @Get('indicators/:id/restatement')
  async restatement(@Param('id') id: string, @Query() query: YearQueryDto): Promise<RestatementView> {
    const fiscalYear = this.desk.fiscalYear(query);
    const r = await restatementOf(this.desk.deps, id, fiscalYear);
    return {
      indicatorId: id,
      fiscalYear,
      then: r.then,
      now: r.now,
      difference: r.difference,
      added: [...r.added],
      removed: [...r.removed],
      changed: [...r.changed],
      restated: r.restated,
    };
  }
}
