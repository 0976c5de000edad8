import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Reactions that go out as mail, as the migration of these indexes has them. */
const MAILS = `'{acknowledge,mail-reply,mail-urgent,alarm-unseen}'::text[]`;

/** Events that committed with their change. `expandedAt` is null until the relay has made their deliveries. */
@Entity('outbox')
@Index('outbox_waiting', ['createdAt', 'id'], { where: 'expanded_at is null' })
export class OutboxRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') payload!: Record<string, string>;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) expandedAt!: Date | null;
}

/** One reaction to one event. The queue only carries its key; this row says whether it is done. */
@Entity('delivery')
@Index('delivery_due', ['nextTryAt'], { where: "state = 'pending'" })
@Index('delivery_due_work', ['nextTryAt'], { where: `state = 'pending' and reaction <> all (${MAILS})` })
@Index('delivery_due_mail', ['nextTryAt'], { where: `state = 'pending' and reaction = any (${MAILS})` })
@Index('delivery_failed', ['nextTryAt', 'eventId'], { where: "state = 'failed'" })
export class DeliveryRow {
  @PrimaryColumn('uuid') eventId!: string;
  @PrimaryColumn('text') reaction!: string;
  @Column('text', { default: 'pending' }) state!: string;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('timestamptz') nextTryAt!: Date;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
}
