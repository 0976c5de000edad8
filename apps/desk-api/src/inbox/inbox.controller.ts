import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { InboxCounts, InboxRow, Page } from '@kotae/contracts';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { sectionLimit } from '../masking/who-sees-what';
import { InboxDesk } from './inbox-desk';
import { InboxQueryDto } from './inbox.dto';

@Controller('api')
export class InboxController {
  constructor(@Inject(InboxDesk) private readonly inbox: InboxDesk) {}

  @RequirePermission('inbox.read')
  @Get('inbox')
  list(@CurrentActor() actor: StaffActor, @Query() query: InboxQueryDto): Promise<Page<InboxRow>> {
    return this.inbox.page(actor, {
      view: query.view ?? 'all',
      after: query.after ?? null,
      search: query.q ?? null,
    });
  }

  @RequirePermission('inbox.read')
  @Get('inbox/counts')
  counts(@CurrentActor() actor: StaffActor): Promise<InboxCounts> {
    return this.inbox.counts(sectionLimit(actor));
  }

  /** Every submission, newest first; the inbox's view `all` under its plain name. */
  @RequirePermission('inbox.read')
  @Get('submissions')
  submissions(@CurrentActor() actor: StaffActor, @Query() query: InboxQueryDto): Promise<Page<InboxRow>> {
    return this.inbox.page(actor, { view: 'all', after: query.after ?? null, search: query.q ?? null });
  }
}
