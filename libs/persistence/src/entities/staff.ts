import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SectionRow } from './city';

@Entity('staff')
export class StaffRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) login!: string;
  @Column('text') name!: string;
  @Column('text') role!: string;
  @ForeignKey(() => SectionRow)
  @Column('text', { nullable: true })
  sectionId!: string | null;
  @Column('text') passwordHash!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('smallint', { default: 0 }) failedCount!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}

/** A server-side session; only a hash of its secret is kept. */
@Entity('staff_session')
@Index('staff_session_staff', ['staffId'])
export class StaffSessionRow {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @ForeignKey(() => StaffRow)
  @Column('uuid')
  staffId!: string;
  @Column('text') csrfToken!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
