import { writeCitySettings, type CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';

/** A small city for the specs: three sections, four topics. */
export const TEST_CITY: CitySettings = {
  name: 'こだま市',
  mayorName: '山田 太郎',
  deskName: '秘書広報課',
  deskPhone: '0299-00-0000',
  deskPostalCode: '300-0000',
  deskAddress: 'こだま市中央1-1',
  deskEmail: 'kouhou@example.jp',
  districts: ['中央', '北部'],
  replyRule: { days: 14, unit: 'calendar' },
  extraHolidays: [],
  replySigner: 'こだま市長　山田　太郎',
  maskForSections: true,
  urgentLines: [],
  publicWords: ['山田太郎'],
  portalUrl: 'http://127.0.0.1:8080',
  deskUrl: 'http://127.0.0.1:8081',
};

const SECTIONS = [
  ['roads', '道路課'],
  ['culture', '生涯学習課'],
  ['transit', '公共交通課'],
] as const;
const TOPICS = [
  ['roads', '道路・側溝・街路灯', 'roads'],
  ['culture', '生涯学習・文化・図書館', 'culture'],
  ['transit', '公共交通・バス', 'transit'],
  ['safety', '交通安全・防犯', 'roads'],
] as const;

export async function buildTestCity(owner: DataSource, settings: CitySettings = TEST_CITY): Promise<void> {
  await writeCitySettings(owner, settings);
  for (const [id, name] of SECTIONS) {
    await owner.query('insert into section (id, name) values ($1, $2) on conflict do nothing', [id, name]);
  }
  for (const [code, name, sectionId] of TOPICS) {
    await owner.query('insert into topic (code, name, section_id) values ($1, $2, $3) on conflict do nothing', [
      code,
      name,
      sectionId,
    ]);
  }
}
