import { Module } from '@nestjs/common';
import { GateModule } from '../submissions/gate.module';
import { RepliesController } from './replies.controller';

@Module({ imports: [GateModule], controllers: [RepliesController] })
export class RepliesModule {}
