import { Module } from '@nestjs/common';
import { GateModule } from '../submissions/gate.module';
import { AttachmentsController } from './attachments.controller';

@Module({ imports: [GateModule], controllers: [AttachmentsController] })
export class AttachmentsModule {}
