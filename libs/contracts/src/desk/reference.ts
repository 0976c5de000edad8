import type { DayString } from '@kotae/kernel';
import type { CityView } from '../portal';
import type { ClassView } from './city';

export interface SectionView {
  id: string;
  name: string;
  active: boolean;
}
export interface TopicView {
  code: string;
  name: string;
  sectionId: string;
  active: boolean;
}
/** `GET /api/reference` */
export interface Reference {
  city: CityView;
  sections: SectionView[];
  topics: TopicView[];
  /** The six classes as the city calls them, in their order. */
  classes: ClassView[];
  today: DayString;
}
