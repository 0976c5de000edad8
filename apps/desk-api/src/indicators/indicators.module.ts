import { Module } from '@nestjs/common';
import { ClosingDesk } from './closing-desk';
import { ClosingsController } from './closings.controller';
import { DefinitionDesk } from './definition-desk';
import { DefinitionsController } from './definitions.controller';
import { IndicatorDesk } from './indicator-desk';
import { IndicatorsController } from './indicators.controller';
import { ReportController } from './report.controller';
import { ReportDesk } from './report-desk';
import { ValuesCsvController } from './values-csv.controller';
import { ValuesCsvDesk } from './values-csv-desk';

@Module({
  controllers: [IndicatorsController, ClosingsController, DefinitionsController, ReportController, ValuesCsvController],
  providers: [IndicatorDesk, ClosingDesk, DefinitionDesk, ReportDesk, ValuesCsvDesk],
})
export class IndicatorsModule {}
