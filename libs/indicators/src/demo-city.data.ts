import type { Comparator, Direction, FiscalPeriod, IndicatorMode } from './model';

/** The rows of こだま市's own plan, as the city prints them. */
export interface DemoRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly mode: IndicatorMode;
  readonly direction: Direction;
  readonly baseline: { readonly raw: string; readonly value: number | null };
  readonly target: { readonly raw: string; readonly value: number; readonly comparator: Comparator };
  readonly source: 'proposals' | 'implemented' | 'typed' | 'share_met';
}

export const DEMO_PLAN_ID = 'kodama';

/** 令和7年度〜令和11年度. */
export const DEMO_PERIOD: FiscalPeriod = { first: 2025, last: 2029 };

export const DEMO_INDICATOR_ROWS: readonly DemoRow[] = [
  {
    id: 'KODAMA-1',
    name: '市政への提案の件数',
    definition:
      '寄せられた意見のうち、事務改善要望と政策提案に分類したものの件数（５カ年の累計）。受け付けた日の年度で数えます。',
    unit: '件',
    mode: 'cumulative',
    direction: 'increase',
    baseline: { raw: '― （令和7年度から数え始めるため、なし）', value: null },
    target: { raw: '1,300 件', value: 1300, comparator: 'eq' },
    source: 'proposals',
  },
  {
    id: 'KODAMA-2',
    name: '提案意見の実施数',
    definition:
      '寄せられた意見のうち、その年度に市が実施したものの件数。対応の種別が「実施しました」になった日の年度で数えます。',
    unit: '件',
    mode: 'annual',
    direction: 'increase',
    baseline: { raw: '17 件', value: 17 },
    target: { raw: '25 件', value: 25, comparator: 'eq' },
    source: 'implemented',
  },
  {
    id: 'KODAMA-3',
    name: '対話事業に関する満足度',
    definition: '対話の場に参加した市民へのアンケートで「満足」「ほぼ満足」と答えた人の割合。',
    unit: '%',
    mode: 'annual',
    direction: 'increase',
    baseline: { raw: '調査していないため不明', value: null },
    target: { raw: '70 %', value: 70, comparator: 'eq' },
    source: 'typed',
  },
  {
    id: 'KODAMA-4',
    name: '出前講座の参加人数',
    definition: '出前講座に参加した人の延べ人数。',
    unit: '延人/年',
    mode: 'annual',
    direction: 'at_least',
    baseline: { raw: '延 812 人', value: 812 },
    target: { raw: '延 1,000 人以上／年', value: 1000, comparator: 'ge' },
    source: 'typed',
  },
  {
    id: 'KODAMA-5',
    name: '市ウェブサイトトップページのアクセス件数',
    definition: 'トップページのページビュー数。',
    unit: '件',
    mode: 'annual',
    direction: 'increase',
    baseline: { raw: '248,300 件', value: 248300 },
    target: { raw: '300,000 件', value: 300000, comparator: 'eq' },
    source: 'typed',
  },
  {
    id: 'KODAMA-6',
    name: '回答までにかかった日数（平均）',
    definition: '回答を希望した意見について、受け付けた日から回答した日までの日数の年度平均。',
    unit: '日',
    mode: 'annual',
    direction: 'decrease',
    baseline: { raw: '18.5 日', value: 18.5 },
    target: { raw: '12 日', value: 12, comparator: 'eq' },
    source: 'typed',
  },
  {
    id: 'KODAMA-7',
    name: '広聴の指標の達成状況（割合）',
    definition: '上の指標のうち、目標に届いているものの割合。達成かどうかを決められない指標は分母に入れません。',
    unit: '%',
    mode: 'point_in_time',
    direction: 'increase',
    baseline: { raw: '―', value: null },
    target: { raw: '100 %', value: 100, comparator: 'eq' },
    source: 'share_met',
  },
];
