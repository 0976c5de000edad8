import { Controller, Get, Inject } from '@nestjs/common';
import type { Reference } from '@kotae/contracts';
import { today, type Clock } from '@kotae/kernel';
import { readAllTopics, readSections } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { SignedIn } from '../access/access';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import { cityView } from './city-view';
import { classViews } from './class-views';

/** Names that every screen needs. */
@Controller('api')
export class ReferenceController {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
  ) {}

  @SignedIn()
  @Get('reference')
  async show(): Promise<Reference> {
    const city = await this.city.current();
    const sections = await readSections(this.source);
    const topics = await readAllTopics(this.source);
    return {
      city: cityView(city),
      sections: sections.map(({ id, name, active }) => ({ id, name, active })),
      topics: topics.map(({ code, name, sectionId, active }) => ({ code, name, sectionId, active })),
      classes: classViews(city.classes),
      today: today(this.clock),
    };
  }
}
