import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The one row of settings of this cell's municipality (`CitySettings` in ../city-settings.ts). */
@Entity('city')
export class CityRow {
  @PrimaryColumn('smallint') id!: number;
  @Column('jsonb') settings!: unknown;
  @Column('timestamptz') updatedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity('section')
export class SectionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('smallint', { default: 0 }) sort!: number;
  @Column('integer', { default: 1 }) version!: number;
  /** 機構改革: the section that took its matters over. */
  @Column('text', { nullable: true }) mergedInto!: string | null;
}

@Entity('topic')
export class TopicRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @ForeignKey(() => SectionRow)
  @Column('text')
  sectionId!: string;
  @Column('jsonb', { default: [] }) keywords!: string[];
  @Column('boolean', { default: true }) active!: boolean;
  @Column('smallint', { default: 0 }) sort!: number;
  @Column('integer', { default: 1 }) version!: number;
}

/** What an administrator changed of settings, topics, sections and class names. Append-only. */
@Entity('city_change')
@Index('city_change_area', ['area', 'seq'])
export class CityChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') actorName!: string;
  /** `settings` | `classes` | `topic` | `section`. */
  @Column('text') area!: string;
  @Column('text') kind!: string;
  @Column('jsonb', { default: {} }) details!: Record<string, unknown>;
}
