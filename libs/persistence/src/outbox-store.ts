import { newId, type DomainEvent, type Outbox } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

/** Events in the table `outbox`, in the transaction of the change that caused them. */
export class OutboxStore implements Outbox {
  constructor(private readonly tx: EntityManager) {}

  async add(event: DomainEvent): Promise<void> {
    await this.tx.query('insert into outbox (id, name, payload, created_at) values ($1, $2, $3, now())', [
      newId(),
      event.name,
      event.payload,
    ]);
  }
}
