import type { Topic } from './labels';

const STANDARD: readonly (readonly [code: string, name: string, section: string])[] = [
  ['roads', '道路・側溝・街路灯', '道路課'],
  ['transit', '公共交通・バス', '公共交通課'],
  ['parks', '公園・緑化', '公園緑地課'],
  ['waste', 'ごみ・リサイクル', '環境課'],
  ['nuisance', '騒音・悪臭・動物・空き家', '環境課'],
  ['water', '上下水道', '上下水道課'],
  ['disaster', '防災・消防', '防災安全課'],
  ['safety', '交通安全・防犯', '防災安全課'],
  ['childcare', '子育て・保育', '子育て支援課'],
  ['school', '学校教育', '学校教育課'],
  ['elderly', '高齢者・介護', '高齢者福祉課'],
  ['welfare', '福祉・障がい者', '福祉課'],
  ['health', '健康・医療', '健康増進課'],
  ['culture', '生涯学習・文化・図書館', '生涯学習課'],
  ['sports', 'スポーツ施設', 'スポーツ課'],
  ['industry', '商工・観光', '商工観光課'],
  ['agriculture', '農業', '農政課'],
  ['planning', '都市計画・住宅・公共施設', '都市計画課'],
  ['tax', '税', '税務課'],
  ['counter', '窓口・証明・マイナンバー', '市民課'],
  ['digital', 'デジタル・ホームページ・手続オンライン', '情報政策課'],
  ['pr', '広報・広聴・シティプロモーション', '秘書広報課'],
  ['community', '協働・自治会・多文化共生・人権', '市民協働課'],
  ['governance', '行財政・議会・職員・選挙', '総務課'],
];

/** The topics a new city starts with, before it edits them; a section's name stands for its id. */
export const STANDARD_TOPICS: readonly Topic[] = Object.freeze(
  STANDARD.map(([code, name, section]) => ({ code, name, sectionId: section, sectionName: section })),
);
