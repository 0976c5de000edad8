import { Module } from '@nestjs/common';
import { AccuracyController } from './accuracy.controller';
import { AccuracyDesk } from './accuracy-desk';

@Module({ controllers: [AccuracyController], providers: [AccuracyDesk] })
export class AccuracyModule {}
