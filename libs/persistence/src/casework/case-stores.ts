import type { CaseStores } from '@kotae/casework';
import type { EntityManager } from 'typeorm';
import { OutboxStore } from '../outbox-store';
import { CountFactLog } from './count-fact-log';
import { PgCaseStore } from './pg-case-store';

/** Everything the use cases of libs/casework need, in one transaction: `new PgUnitOfWork(source, caseStores)`. */
export function caseStores(tx: EntityManager): CaseStores {
  return { cases: new PgCaseStore(tx), counts: new CountFactLog(tx), outbox: new OutboxStore(tx) };
}
