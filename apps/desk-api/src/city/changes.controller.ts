import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CITY_CHANGE_AREAS, type CityChangeView, type Page } from '@kotae/contracts';
import { readCityChanges } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { RequirePermission } from '../access/access';
import { DATABASE } from '../platform/tokens';
import { changeSentence } from './change-words';

const PAGE = 20;

/** Who changed what of the city, newest first. */
@Controller('api/city/changes')
export class ChangesController {
  constructor(@Inject(DATABASE) private readonly source: DataSource) {}

  @RequirePermission('settings.write')
  @Get()
  async list(@Query('areas') areas?: string, @Query('after') after?: string): Promise<Page<CityChangeView>> {
    const asked = String(areas ?? '').split(',');
    const chosen = CITY_CHANGE_AREAS.filter((area) => asked.includes(area));
    const { items, next } = await readCityChanges(
      this.source,
      chosen.length === 0 ? CITY_CHANGE_AREAS : chosen,
      after === undefined || after === '' ? null : String(after),
      PAGE,
    );
    return {
      items: items.map((change) => ({
        seq: change.seq,
        at: change.at.toISOString(),
        by: change.by,
        area: change.area,
        text: changeSentence(change),
      })),
      next,
    };
  }
}
