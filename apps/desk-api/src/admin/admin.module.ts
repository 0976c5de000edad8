import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module';
import { OperationsController } from './operations.controller';
import { SettingsController } from './settings.controller';
import { StaffController } from './staff.controller';
import { StaffDesk } from './staff-desk';

@Module({
  imports: [CityModule],
  controllers: [StaffController, SettingsController, OperationsController],
  providers: [StaffDesk],
})
export class AdminModule {}
