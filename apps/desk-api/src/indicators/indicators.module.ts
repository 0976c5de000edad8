import { Module } from '@nestjs/common';
import { IndicatorDesk } from './indicator-desk';
import { IndicatorsController } from './indicators.controller';

@Module({ controllers: [IndicatorsController], providers: [IndicatorDesk] })
export class IndicatorsModule {}
