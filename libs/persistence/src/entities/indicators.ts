import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('plan')
export class PlanRow {
  @PrimaryColumn('text') id!: string;
  /** `Plan` of libs/indicators: printed strings beside parsed values. */
  @Column('jsonb') content!: unknown;
  @Column('boolean', { default: false }) own!: boolean;
  @Column('smallint', { default: 0 }) sort!: number;
}

@Entity('indicator')
@Index('indicator_plan', ['planId', 'sort'])
export class IndicatorRow {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => PlanRow)
  @Column('text')
  planId!: string;
  /** `Indicator` of libs/indicators. */
  @Column('jsonb') content!: unknown;
  @Column('smallint', { default: 0 }) sort!: number;
}

/** 施策・推進プログラム: what a plan says it will do. */
@Entity('programme')
@Index('programme_plan', ['planId', 'sort'])
export class ProgrammeRow {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => PlanRow)
  @Column('text')
  planId!: string;
  /** `Programme` of libs/indicators. */
  @Column('jsonb') content!: unknown;
  @Column('smallint', { default: 0 }) sort!: number;
}

/** Typed-in or imported yearly values. Append-only: the newest row of a year counts. */
@Entity('indicator_value')
@Index('indicator_value_year', ['indicatorId', 'fiscalYear', 'seq'])
export class IndicatorValueRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('text') indicatorId!: string;
  @Column('smallint') fiscalYear!: number;
  @Column('numeric', { nullable: true }) value!: string | null;
  @Column('text', { nullable: true }) printed!: string | null;
  @Column('text') sourceText!: string;
  @Column('text') authorName!: string;
  @Column('timestamptz') recordedAt!: Date;
  /** `typed` by a person or `imported` from a table. */
  @Column('text', { default: 'typed' }) origin!: string;
  @Column('uuid', { nullable: true }) authorId!: string | null;
}

/** A closed fiscal year of one plan: its frozen numbers and the opinions behind them. Append-only. */
@Entity('closing')
@Index('closing_plan_year', ['planId', 'fiscalYear'], { unique: true })
export class ClosingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') planId!: string;
  @Column('smallint') fiscalYear!: number;
  @Column('timestamptz') closedAt!: Date;
  @Column('text') closedBy!: string;
  /** Canonical JSON, byte for byte as hashed. */
  @Column('text') content!: string;
  @Column('text') sha256!: string;
}

/** What the city changed about a plan or an indicator, with what was there before. Append-only. */
@Entity('plan_change')
@Index('plan_change_plan', ['planId', 'seq'])
@Index('plan_change_version', ['about', 'aboutId', 'version'], { unique: true })
export class PlanChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('text') planId!: string;
  /** `plan` or `indicator`. */
  @Column('text') about!: string;
  @Column('text') aboutId!: string;
  /** Counts the changes of what it is about, from 1. */
  @Column('integer') version!: number;
  @Column('text') kind!: string;
  /** `Plan` or `Indicator` of libs/indicators; null for what was made. */
  @Column('jsonb', { nullable: true }) before!: unknown;
  @Column('jsonb') after!: unknown;
  @Column('text') reason!: string;
  @Column('text') authorName!: string;
  @Column('uuid', { nullable: true }) authorId!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}
