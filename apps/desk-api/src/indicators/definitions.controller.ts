import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { CountingPreviews, DefinitionView, IndicatorChoices, MadeView } from '@kotae/contracts';
import {
  addIndicator,
  changeFormula,
  changeSource,
  changeWording,
  createPlan,
  previewSource,
  readSource,
  reviseTarget,
} from '@kotae/indicators';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import { DefinitionDesk } from './definition-desk';
import { indicatorChoices, previewView } from './definition-view';
import {
  CountingPreviewDto,
  FormulaChangeDto,
  NewIndicatorDto,
  NewPlanDto,
  SourceChangeDto,
  TargetRevisionDto,
  WordingChangeDto,
} from './definition.dto';
import { IndicatorDesk } from './indicator-desk';
import { YearQueryDto } from './indicator.dto';

/** この指標の数え方: sources, targets and formulas as data, changed with a reason and kept for ever. */
@Controller('api')
export class DefinitionsController {
  constructor(
    @Inject(IndicatorDesk) private readonly desk: IndicatorDesk,
    @Inject(DefinitionDesk) private readonly definitions: DefinitionDesk,
    @Inject(CityBook) private readonly city: CityBook,
  ) {}

  @RequirePermission('indicator.read')
  @Get('indicators/:id/definition')
  show(@Param('id') id: string): Promise<DefinitionView> {
    return this.definitions.show(id);
  }

  @RequirePermission('indicator.define')
  @Get('indicator-choices')
  choices(): IndicatorChoices {
    return indicatorChoices();
  }

  @RequirePermission('indicator.define')
  @Post('indicators/:id/definition/preview')
  @HttpCode(200)
  async preview(
    @Param('id') id: string,
    @Query() query: YearQueryDto,
    @Body() { source, mode }: CountingPreviewDto,
  ): Promise<CountingPreviews> {
    const change = { source: readSource(source), mode };
    const { present, changed } = await previewSource(this.desk.deps, id, change, this.desk.fiscalYear(query));
    return { present: previewView(present), changed: previewView(changed) };
  }

  @RequirePermission('indicator.define')
  @Put('indicators/:id/definition/source')
  async source(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() { source, mode, version, reason }: SourceChangeDto,
  ): Promise<DefinitionView> {
    await changeSource(this.desk.deps, actor, { indicatorId: id, source: readSource(source), mode, version, reason });
    return this.definitions.show(id);
  }

  @RequirePermission('indicator.define')
  @Put('indicators/:id/definition/formula')
  async formula(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() { formula, version, reason }: FormulaChangeDto,
  ): Promise<DefinitionView> {
    await changeFormula(this.desk.deps, actor, { indicatorId: id, formula, version, reason });
    return this.definitions.show(id);
  }

  @RequirePermission('indicator.define')
  @Put('indicators/:id/definition/wording')
  async wording(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: WordingChangeDto,
  ): Promise<DefinitionView> {
    await changeWording(this.desk.deps, actor, { ...body, indicatorId: id });
    return this.definitions.show(id);
  }

  @RequirePermission('indicator.define')
  @Post('indicators/:id/definition/targets')
  async target(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: TargetRevisionDto,
  ): Promise<DefinitionView> {
    await reviseTarget(this.desk.deps, actor, { ...body, indicatorId: id });
    return this.definitions.show(id);
  }

  @RequirePermission('indicator.define')
  @Post('plans')
  async plan(@CurrentActor() actor: StaffActor, @Body() { name, firstYear, lastYear }: NewPlanDto): Promise<MadeView> {
    const { name: municipality } = await this.city.current();
    const { id } = await createPlan(this.desk.deps, actor, { municipality, name, firstYear, lastYear });
    return { id };
  }

  @RequirePermission('indicator.define')
  @Post('plans/:id/indicators')
  async indicator(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: NewIndicatorDto,
  ): Promise<MadeView> {
    const made = await addIndicator(this.desk.deps, actor, { ...body, planId: id, source: readSource(body.source) });
    return { id: made.id };
  }
}
