import type { OpinionClass } from '@kotae/kernel';

/** A section (担当課) as the administrator edits it, with what hangs on it. */
export interface SectionAdminView {
  id: string;
  name: string;
  active: boolean;
  version: number;
  /** Name of the section that took it over, or null. */
  mergedInto: string | null;
  /** Opinions that wait for its answer. */
  waiting: number;
  staff: number;
  templates: number;
}

/** A topic (分野) as the administrator edits it. */
export interface TopicAdminView {
  code: string;
  name: string;
  sectionId: string;
  /** Words that speak for it, from which it is suggested before there are examples. */
  keywords: string[];
  active: boolean;
  version: number;
  /** Opinions that people have decided to be of this topic. */
  decisions: number;
}

/** `GET /api/city/places` */
export interface PlacesView {
  sections: SectionAdminView[];
  topics: TopicAdminView[];
}

/** `POST /api/city/sections`, `PUT /api/city/sections/:id` */
export interface SectionRequest {
  name: string;
  active: boolean;
  /** Needed for a change; a new one has none. */
  version?: number | null;
}

/** `POST /api/city/topics`, `PUT /api/city/topics/:code` */
export interface TopicRequest {
  name: string;
  sectionId: string;
  keywords: string[];
  active: boolean;
  /** Needed for a change; a new one has none. */
  version?: number | null;
}

/** `PUT /api/city/sections/order`, `PUT /api/city/topics/order`: all ids in the new order. */
export interface OrderRequest {
  ids: string[];
}

/** `GET /api/city/sections/:id/merge`: what would move. */
export interface MergePreview {
  opinions: number;
  submissions: number;
  staff: number;
  templates: number;
  topics: string[];
  /** Indicators that count by this section; they are not changed. */
  indicators: number;
}

/** `POST /api/city/sections/:id/merge` */
export interface MergeRequest {
  into: string;
  version: number;
}

/** `POST /api/city/sections/:id/merge` answers how much moved. */
export interface MergeDone {
  opinions: number;
}

/** A class as the city calls it. */
export interface ClassView {
  code: OpinionClass;
  name: string;
  rule: string;
  finer: FinerClassView[];
}

/** 細分類 of the city's own under a class. */
export interface FinerClassView {
  /** Empty for a new one. */
  code: string;
  name: string;
  active: boolean;
}

/** `GET|PUT /api/city/classes` */
export interface ClassesView {
  version: number;
  classes: ClassView[];
}

export const CITY_CHANGE_AREAS = ['settings', 'classes', 'topic', 'section'] as const;
export type CityChangeArea = (typeof CITY_CHANGE_AREAS)[number];

/** `GET /api/city/changes?areas=&after=`: who changed what. */
export interface CityChangeView {
  seq: string;
  at: string;
  by: string;
  area: CityChangeArea;
  /** The change in plain sentences. */
  text: string;
}
