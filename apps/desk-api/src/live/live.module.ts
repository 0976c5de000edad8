import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module';
import { SessionModule } from '../session/session.module';
import { ChangeListener } from './change-listener';
import { EventsController } from './events.controller';
import { LiveCounts } from './live-counts';

@Module({
  imports: [InboxModule, SessionModule],
  controllers: [EventsController],
  providers: [ChangeListener, LiveCounts],
})
export class LiveModule {}
