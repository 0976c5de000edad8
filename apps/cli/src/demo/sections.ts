/** 担当課 of the demo city: a stable id and the name the topics of classification.md give. */
export interface DemoSection {
  readonly id: string;
  readonly name: string;
}

export const DEMO_SECTIONS: readonly DemoSection[] = [
  { id: 'hisho', name: '秘書広報課' },
  { id: 'somu', name: '総務課' },
  { id: 'joho', name: '情報政策課' },
  { id: 'zeimu', name: '税務課' },
  { id: 'shimin', name: '市民課' },
  { id: 'kyodo', name: '市民協働課' },
  { id: 'bousai', name: '防災安全課' },
  { id: 'kankyo', name: '環境課' },
  { id: 'fukushi', name: '福祉課' },
  { id: 'kourei', name: '高齢者福祉課' },
  { id: 'kosodate', name: '子育て支援課' },
  { id: 'kenko', name: '健康増進課' },
  { id: 'shoko', name: '商工観光課' },
  { id: 'nosei', name: '農政課' },
  { id: 'toshi', name: '都市計画課' },
  { id: 'douro', name: '道路課' },
  { id: 'koen', name: '公園緑地課' },
  { id: 'kotsu', name: '公共交通課' },
  { id: 'suido', name: '上下水道課' },
  { id: 'gakkou', name: '学校教育課' },
  { id: 'gakushu', name: '生涯学習課' },
  { id: 'sports', name: 'スポーツ課' },
];
