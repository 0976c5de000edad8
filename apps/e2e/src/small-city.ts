import type { CitySettings } from '@kotae/persistence';

/** A city with a handful of everything, so that it stands within a moment. */
export const SMALL_CITY: CitySettings = {
  name: 'みぎわ市',
  mayorName: '汀 一郎',
  deskName: '広報広聴課',
  deskPhone: '0000-00-0000',
  deskPostalCode: '000-0000',
  deskAddress: 'みぎわ市中央1-1',
  deskEmail: 'koucho@migiwa.example',
  districts: ['中央'],
  replyRule: { days: 14, unit: 'calendar' },
  extraHolidays: [],
  replySigner: 'みぎわ市長　汀 一郎',
  maskForSections: true,
  urgentLines: [],
  publicWords: [],
  portalUrl: 'http://portal.migiwa.example',
  deskUrl: 'http://desk.migiwa.example',
};

export const SMALL_CITY_SECTIONS = [
  ['roads', '道路課'],
  ['culture', '生涯学習課'],
] as const;

export const SMALL_CITY_TOPICS = [
  ['roads', '道路・側溝・街路灯', 'roads'],
  ['culture', '生涯学習・文化・図書館', 'culture'],
] as const;
