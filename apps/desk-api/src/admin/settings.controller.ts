import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import type { SettingsView } from '@kotae/contracts';
import { DomainError, isDay } from '@kotae/kernel';
import { writeCitySettings, type CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { RequirePermission } from '../access/access';
import { CityBook } from '../platform/city-book';
import { DATABASE } from '../platform/tokens';
import { cityView } from '../reference/city-view';
import { SettingsDto } from './settings.dto';

/** What the municipality sets for itself. */
@Controller('api/settings')
export class SettingsController {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CityBook) private readonly city: CityBook,
  ) {}

  @RequirePermission('settings.write')
  @Get()
  async show(): Promise<SettingsView> {
    return settingsView(await this.city.current());
  }

  @RequirePermission('settings.write')
  @Put()
  async change(@Body() body: SettingsDto): Promise<SettingsView> {
    if (!body.extraHolidays.every(isDay))
      throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [
        { field: 'extraHolidays', message: '暦にない日があります。' },
      ]);
    await writeCitySettings(this.source, settingsView(body));
    return settingsView(await this.city.current());
  }
}

function settingsView(city: CitySettings): SettingsView {
  return {
    ...cityView(city),
    deskEmail: city.deskEmail,
    extraHolidays: [...city.extraHolidays],
    replySigner: city.replySigner,
    maskForSections: city.maskForSections,
    publicWords: [...city.publicWords],
    deskUrl: city.deskUrl,
  };
}
