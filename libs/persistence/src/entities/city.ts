import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The one row of settings of this cell's municipality (`CitySettings` in ../city-settings.ts). */
@Entity('city')
export class CityRow {
  @PrimaryColumn('smallint') id!: number;
  @Column('jsonb') settings!: unknown;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity('section')
export class SectionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('smallint', { default: 0 }) sort!: number;
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
}
