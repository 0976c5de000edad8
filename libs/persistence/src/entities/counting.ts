import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A signed count fact: a decision appends +1 for the new state and −1 for the old one, so a number is a sum over facts
 * as of any instant. Append-only.
 */
@Entity('opinion_fact')
@Index('opinion_fact_opinion', ['opinionId', 'seq'])
@Index('opinion_fact_counted', ['measure', 'countedOn', 'seq'])
export class OpinionFactRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('uuid') opinionId!: string;
  @Column('uuid') submissionId!: string;
  /** `class`: counted on the day received; `outcome`: counted on the day the outcome holds for. */
  @Column('text') measure!: string;
  @Column('smallint') sign!: number;
  @Column('text') class!: string;
  @Column('text', { default: '' }) outcome!: string;
  @Column('text') topic!: string;
  @Column('text') sectionId!: string;
  @Column('text') channel!: string;
  @Column('text', { default: '' }) district!: string;
  @Column('date') countedOn!: string;
  @Column('timestamptz') recordedAt!: Date;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}

/** Facts not yet rolled up: appended with the fact, moved into `count_rollup` by the worker. */
@Entity('count_delta')
export class CountDeltaRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('text') measure!: string;
  @Column('text') class!: string;
  @Column('text') outcome!: string;
  @Column('text') topic!: string;
  @Column('text') sectionId!: string;
  @Column('text') channel!: string;
  @Column('text') district!: string;
  /** First day of the month counted in. */
  @Column('date') month!: string;
  @Column('smallint') n!: number;
}

/**
 * Sums per month; a number is `count_rollup` plus `count_delta`, read in one snapshot. A row with `*` in topic, section,
 * channel and district sums up all of them: never add such rows to the others.
 */
@Entity('count_rollup')
export class CountRollupRow {
  @PrimaryColumn('text') measure!: string;
  @PrimaryColumn('date') month!: string;
  @PrimaryColumn('text') class!: string;
  @PrimaryColumn('text') outcome!: string;
  @PrimaryColumn('text') topic!: string;
  @PrimaryColumn('text') sectionId!: string;
  @PrimaryColumn('text') channel!: string;
  @PrimaryColumn('text') district!: string;
  @Column('integer') n!: number;
}
