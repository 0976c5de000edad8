import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { ProgressReportView } from '@kotae/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { sendFile } from './file-answer';
import { YearQueryDto } from './indicator.dto';
import { ReportDesk } from './report-desk';

/** 進捗状況報告書 of a plan's fiscal year. */
@Controller('api/plans/:id')
export class ReportController {
  constructor(@Inject(ReportDesk) private readonly report: ReportDesk) {}

  @RequirePermission('indicator.read')
  @Get('report')
  view(@Param('id') id: string, @Query() query: YearQueryDto): Promise<ProgressReportView> {
    return this.report.view(id, query);
  }

  @RequirePermission('indicator.read')
  @Get('report.xlsx')
  async workbook(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: YearQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.report.workbook(actor, id, query));
  }

  @RequirePermission('indicator.read')
  @Get('report.pdf')
  async paper(@Param('id') id: string, @Query() query: YearQueryDto, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, await this.report.paper(id, query));
  }
}
