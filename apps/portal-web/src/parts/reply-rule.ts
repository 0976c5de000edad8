import type { CityView } from '@kotae/contracts';

/** 「14日以内」「10開庁日以内」 */
export function replyRuleWords(city: CityView): string {
  const { days, unit } = city.replyRule;
  return unit === 'open' ? `市役所が開いている日で${days}日以内` : `${days}日以内`;
}
