import { DomainError, fiscalYearOf, fiscalYearRange } from '@kotae/kernel';
import { allOpinionsBehind, countedList, everyOf } from './counted-list';
import type { CountedOpinion, DayRange } from './facts';
import type { Figure } from './figure';
import type { Plan } from './model';
import type { IndicatorStore } from './ports';
import { countedRange } from './ranges';
import { tidy } from './numbers';
import type { CountFilter } from './source';
import { sumUnlisted } from './unlisted';
import type { UnlistedYear } from './unlisted-year';

/**
 * The list behind a value that is to be closed: of years closed before what was frozen with them, of the others what counts
 * today. A number that its list does not bear out is never written down.
 */
export async function opinionsToClose(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
): Promise<{ readonly opinions: readonly CountedOpinion[]; readonly unlisted: readonly UnlistedYear[] }> {
  const counted = countedOver(plan, figure, fiscalYear);
  if (counted === null) return { opinions: [], unlisted: [] };
  const list = await countedList(store, plan, figure.indicator, counted.filter, counted.range, null);
  const opinions = await everyOf(store, list);
  const { unlisted } = list;
  checkLength(sumOf(figure, yearsIn(counted.range)), opinions.length + sumUnlisted(unlisted));
  return { opinions, unlisted };
}

/** The list behind the same question asked today, whatever is closed; years that were not counted then are not counted now. */
export async function opinionsToday(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
  unlisted: readonly UnlistedYear[],
): Promise<readonly CountedOpinion[]> {
  const counted = countedOver(plan, figure, fiscalYear);
  if (counted === null) return [];
  const years = yearsIn(counted.range).filter((year) => !unlisted.some((part) => part.fiscalYear === year));
  const opinions = await allOpinionsBehind(store, counted.filter, years.toReversed().map(fiscalYearRange));
  checkLength(sumOf(figure, years), opinions.length);
  return opinions;
}

/** The days a value is counted over; null where there is no counted value. */
function countedOver(
  plan: Plan,
  { indicator, yearly }: Figure,
  fiscalYear: number,
): { filter: CountFilter; range: DayRange } | null {
  if (indicator.source.kind !== 'facts') return null;
  const range = countedRange(indicator.mode, fiscalYear, indicator.period ?? plan.period);
  const known = range !== null && yearsIn(range).every((year) => yearly.some((y) => y.fiscalYear === year));
  return known ? { filter: indicator.source, range } : null;
}

function yearsIn({ first, last }: DayRange): number[] {
  const year = fiscalYearOf(first);
  return Array.from({ length: fiscalYearOf(last) - year + 1 }, (_, i) => year + i);
}

function sumOf({ yearly }: Figure, years: readonly number[]): number {
  return tidy(yearly.filter((y) => years.includes(y.fiscalYear)).reduce((sum, y) => sum + (y.value ?? 0), 0));
}

function checkLength(number: number, list: number): void {
  if (number !== tidy(list))
    throw new DomainError('stale', '数えている間に意見の状態が変わりました。もう一度お試しください。');
}
