import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { PgUnitOfWork, caseStores } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { CityBook } from './city-book';
import type { DeskSetup } from './desk-setup';
import { CASE_WORK, CLOCK, DATABASE, LOG, SETUP } from './tokens';

/** Database, clock and log for every feature. A feature asks for a transaction; it never keeps a connection. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly source: DataSource) {}

  static with(setup: DeskSetup): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETUP, useValue: setup },
        { provide: DATABASE, useValue: setup.source },
        { provide: CLOCK, useValue: setup.clock },
        { provide: LOG, useValue: setup.log },
        { provide: CASE_WORK, useValue: new PgUnitOfWork(setup.source, caseStores) },
        CityBook,
      ],
      exports: [SETUP, DATABASE, CLOCK, LOG, CASE_WORK, CityBook],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
