import type { CityView } from '@kotae/contracts';

/** 小玉みのり市長 */
export function mayorWords(city: CityView): string {
  return `${city.mayorName.replace(/\s/gu, '')}市長`;
}
