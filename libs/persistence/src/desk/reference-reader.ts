import type { DataSource } from 'typeorm';

export interface SectionRecord {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}
export interface TopicRecord {
  readonly code: string;
  readonly name: string;
  readonly sectionId: string;
  readonly active: boolean;
}

/** The city's sections, in its own order; those that are no longer active are marked. */
export function readSections(source: DataSource): Promise<SectionRecord[]> {
  return source.query('select id, name, active from section order by sort, id');
}

/** 分野 with their lead sections, in the city's own order. */
export function readAllTopics(source: DataSource): Promise<TopicRecord[]> {
  return source.query('select code, name, section_id as "sectionId", active from topic order by sort, code');
}
