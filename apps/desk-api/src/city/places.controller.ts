import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { MergeDone, MergePreview, PlacesView, SectionAdminView, TopicAdminView } from '@kotae/contracts';
import { SectionBook, TopicBook, type SectionListed, type TopicListed } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { DATABASE } from '../platform/tokens';
import { MergeDto, OrderDto, SectionDto, TopicDto } from './city.dto';
import { SectionDesk } from './section-desk';
import { TopicDesk } from './topic-desk';

/** 分野と担当課: what a city edits without a programmer. Every change answers the whole as it is now. */
@Controller('api/city')
export class PlacesController {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(SectionDesk) private readonly sections: SectionDesk,
    @Inject(TopicDesk) private readonly topics: TopicDesk,
  ) {}

  @RequirePermission('settings.write')
  @Get('places')
  async show(): Promise<PlacesView> {
    const sections = await new SectionBook(this.source.manager).list();
    const topics = await new TopicBook(this.source.manager).list();
    const names = new Map(sections.map(({ id, name }) => [id, name]));
    return { sections: sections.map((section) => sectionView(section, names)), topics: topics.map(topicView) };
  }

  @RequirePermission('settings.write')
  @Post('sections')
  async addSection(@CurrentActor() actor: StaffActor, @Body() body: SectionDto): Promise<PlacesView> {
    await this.sections.add(actor, body);
    return this.show();
  }

  @RequirePermission('settings.write')
  @Put('sections/order')
  async orderSections(@CurrentActor() actor: StaffActor, @Body() { ids }: OrderDto): Promise<PlacesView> {
    await this.sections.order(actor, ids);
    return this.show();
  }

  @RequirePermission('settings.write')
  @Put('sections/:id')
  async changeSection(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: SectionDto,
  ): Promise<PlacesView> {
    await this.sections.change(actor, id, body);
    return this.show();
  }

  @RequirePermission('settings.write')
  @Get('sections/:id/merge')
  async previewMerge(@Param('id') id: string): Promise<MergePreview> {
    const { opinions, submissions, staff, templates, topics, indicators } = await this.sections.preview(id);
    return { opinions, submissions, staff, templates, topics, indicators };
  }

  @RequirePermission('settings.write')
  @Post('sections/:id/merge')
  @HttpCode(200)
  merge(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() body: MergeDto): Promise<MergeDone> {
    return this.sections.merge(actor, id, body);
  }

  @RequirePermission('settings.write')
  @Post('topics')
  async addTopic(@CurrentActor() actor: StaffActor, @Body() body: TopicDto): Promise<PlacesView> {
    await this.topics.add(actor, body);
    return this.show();
  }

  @RequirePermission('settings.write')
  @Put('topics/order')
  async orderTopics(@CurrentActor() actor: StaffActor, @Body() { ids }: OrderDto): Promise<PlacesView> {
    await this.topics.order(actor, ids);
    return this.show();
  }

  @RequirePermission('settings.write')
  @Put('topics/:code')
  async changeTopic(
    @CurrentActor() actor: StaffActor,
    @Param('code') code: string,
    @Body() body: TopicDto,
  ): Promise<PlacesView> {
    await this.topics.change(actor, code, body);
    return this.show();
  }
}

function sectionView(section: SectionListed, names: ReadonlyMap<string, string>): SectionAdminView {
  const { id, name, active, version, mergedInto, waiting, staff, templates } = section;
  return {
    id,
    name,
    active,
    version,
    mergedInto: mergedInto === null ? null : (names.get(mergedInto) ?? null),
    waiting,
    staff,
    templates,
  };
}

function topicView({ code, name, sectionId, keywords, active, version, decisions }: TopicListed): TopicAdminView {
  return { code, name, sectionId, keywords: [...keywords], active, version, decisions };
}
