import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Page, PublicationView } from '@kotae/contracts';
import { createPublication, publish, savePublication, withdraw } from '@kotae/publication';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { IdPipe } from '../platform/id.pipe';
import { PublicationDesk } from './publication-desk';
import { PublicationCreateDto, PublicationDto, PublicationsQueryDto, VersionDto, WithdrawDto } from './publication.dto';

/** 公表. */
@Controller('api/publications')
export class PublicationsController {
  constructor(@Inject(PublicationDesk) private readonly desk: PublicationDesk) {}

  @RequirePermission('publication.write')
  @Get()
  list(@Query() query: PublicationsQueryDto): Promise<Page<PublicationView>> {
    return this.desk.page(query.state ?? null, query.after ?? null);
  }

  @RequirePermission('publication.write')
  @Get(':id')
  show(@Param('id', IdPipe) id: string): Promise<PublicationView> {
    return this.desk.find(id);
  }

  @RequirePermission('publication.write')
  @Post()
  create(@CurrentActor() actor: StaffActor, @Body() body: PublicationCreateDto): Promise<PublicationView> {
    return this.desk.act(actor, (context) => createPublication(context, body));
  }

  @RequirePermission('publication.write')
  @Put(':id')
  save(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: PublicationDto,
  ): Promise<PublicationView> {
    return this.desk.act(actor, (context) => savePublication(context, id, body));
  }

  @RequirePermission('publication.write')
  @Post(':id/publish')
  @HttpCode(200)
  publish(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<PublicationView> {
    return this.desk.act(actor, (context) => publish(context, id, body.version));
  }

  @RequirePermission('publication.write')
  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawDto,
  ): Promise<PublicationView> {
    return this.desk.act(actor, (context) => withdraw(context, id, body));
  }
}
