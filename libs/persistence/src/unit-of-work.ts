import type { UnitOfWork } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * One transaction of one cell. `makeStores` builds the stores a use case asked for on the transaction's connection,
 * so nothing can be read or written beside it.
 */
export class PgUnitOfWork<Stores> implements UnitOfWork<Stores> {
  constructor(
    private readonly source: DataSource,
    private readonly makeStores: (tx: EntityManager) => Stores,
  ) {}

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.source.transaction((tx) => work(this.makeStores(tx)));
  }
}
