import type { CitySettings } from '@kotae/persistence';

/** こだま市: a city that does not exist, with numbers of the kind that are kept for examples. */
export function demoCitySettings(portalUrl: string, deskUrl: string): CitySettings {
  return {
    name: 'こだま市',
    mayorName: '小玉 みのり',
    deskName: '秘書広報課 広報広聴係',
    deskPhone: '0990-00-1111',
    deskPostalCode: '000-0000',
    deskAddress: 'こだま市本町1丁目1番1号',
    deskEmail: 'kouchou@city.kodama.example',
    districts: DISTRICTS,
    replyRule: { days: 14, unit: 'calendar' },
    extraHolidays: [],
    replySigner: 'こだま市長　小玉 みのり',
    maskForSections: true,
    urgentLines: [
      { name: '警察（事件・事故）', phone: '110', hours: '24時間' },
      { name: '消防・救急', phone: '119', hours: '24時間' },
      { name: '児童相談所 虐待対応ダイヤル', phone: '189', hours: '24時間' },
      { name: 'こだま市 こころの相談', phone: '0990-00-2222', hours: '平日 9時〜17時' },
    ],
    publicWords: ['小玉みのり', '小玉 みのり', '小玉市長', 'こだま市', 'こだま川', '0990-00-1111'],
    portalUrl,
    deskUrl,
  };
}

/** 地区, as the letters name them. */
export const DISTRICTS: readonly string[] = [
  '中央',
  '旧市街',
  '東台',
  '西原',
  '南町',
  '北町',
  '緑ヶ丘',
  '丘の上',
  '川辺',
  '港',
];
