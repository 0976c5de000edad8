import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { InboxDesk } from './inbox-desk';
import { InboxController } from './inbox.controller';
import { OwnChanges } from './own-changes';

@Module({
  controllers: [InboxController],
  providers: [InboxDesk, { provide: APP_INTERCEPTOR, useClass: OwnChanges }],
  exports: [InboxDesk],
})
export class InboxModule {}
