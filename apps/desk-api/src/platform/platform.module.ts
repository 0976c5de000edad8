import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { PgUnitOfWork, caseStores } from '@kotae/persistence';
import { CityBook } from './city-book';
import type { DeskSetup } from './desk-setup';
import { DeskTypesetter } from './desk-typesetter';
import { CASE_WORK, CLOCK, DATABASE, LOG, SETUP } from './tokens';

/** Database, clock, log and the way to PDF for every feature. A feature asks for a transaction; it never keeps a connection. */
@Global()
@Module({})
export class PlatformModule {
  static with(setup: DeskSetup): DynamicModule {
    return {
      module: PlatformModule,
      // The data source is opened by whoever starts the program; Nest hands it out and closes it at the end.
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => setup.source.options,
          dataSourceFactory: async () => setup.source,
        }),
      ],
      providers: [
        { provide: SETUP, useValue: setup },
        { provide: DATABASE, useExisting: getDataSourceToken() },
        { provide: CLOCK, useValue: setup.clock },
        { provide: LOG, useValue: setup.log },
        { provide: CASE_WORK, useValue: new PgUnitOfWork(setup.source, caseStores) },
        CityBook,
        DeskTypesetter,
      ],
      exports: [SETUP, DATABASE, CLOCK, LOG, CASE_WORK, CityBook, DeskTypesetter],
    };
  }
}
