import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { AccuracyView, Page, SubmissionVerdictView, UrgencyVerdictView, VerdictView } from '@kotae/contracts';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { AccuracyDesk } from './accuracy-desk';
import {
  AccuracyQueryDto,
  SubmissionVerdictsQueryDto,
  UrgencyVerdictsQueryDto,
  VerdictsQueryDto,
} from './accuracy.dto';

/** 候補の当たり具合: how often people took a suggestion as it was, and the decisions behind it. */
@Controller('api/accuracy')
export class AccuracyController {
  constructor(@Inject(AccuracyDesk) private readonly desk: AccuracyDesk) {}

  @RequirePermission('model.read')
  @Get()
  figures(@Query() query: AccuracyQueryDto): Promise<AccuracyView> {
    return this.desk.figures(query);
  }

  @RequirePermission('indicator.open')
  @Get('opinions')
  opinions(@CurrentActor() actor: StaffActor, @Query() query: VerdictsQueryDto): Promise<Page<VerdictView>> {
    return this.desk.opinions(actor, query);
  }

  @RequirePermission('indicator.open')
  @Get('submissions')
  submissions(
    @CurrentActor() actor: StaffActor,
    @Query() query: SubmissionVerdictsQueryDto,
  ): Promise<Page<SubmissionVerdictView>> {
    return this.desk.submissions(actor, query);
  }

  @RequirePermission('indicator.open')
  @Get('urgency')
  urgency(
    @CurrentActor() actor: StaffActor,
    @Query() query: UrgencyVerdictsQueryDto,
  ): Promise<Page<UrgencyVerdictView>> {
    return this.desk.urgency(actor, query);
  }
}
