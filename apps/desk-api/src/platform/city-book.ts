import { Inject, Injectable } from '@nestjs/common';
import { readCitySettings, type CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { DATABASE } from './tokens';

/** The municipality's settings as they are now. */
@Injectable()
export class CityBook {
  constructor(@Inject(DATABASE) private readonly source: DataSource) {}

  current(): Promise<CitySettings> {
    return readCitySettings(this.source);
  }
}
