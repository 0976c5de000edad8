import { Module } from '@nestjs/common';
import { BackgroundController } from './background.controller';
import { GateModule } from './gate.module';
import { SubmissionsController } from './submissions.controller';

@Module({ imports: [GateModule], controllers: [SubmissionsController, BackgroundController] })
export class SubmissionsModule {}
