import { Module } from '@nestjs/common';
import { InboxDesk } from './inbox-desk';
import { InboxController } from './inbox.controller';

@Module({ controllers: [InboxController], providers: [InboxDesk], exports: [InboxDesk] })
export class InboxModule {}
