import { DomainError, fiscalYearOf } from '@kotae/kernel';
import { allOpinionsBehind, countedList, everyOf } from './counted-list';
import type { CountedOpinion, DayRange } from './facts';
import type { Figure } from './figure';
import type { Plan } from './model';
import type { IndicatorStore } from './ports';
import { countedRange } from './ranges';
import type { CountFilter } from './source';

/**
 * The list behind a value that is to be closed: of years closed before what was frozen with them, of the others what counts
 * today. A number that its list does not bear out is never written down.
 */
export async function opinionsToClose(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
): Promise<readonly CountedOpinion[]> {
  const counted = countedOver(plan, figure, fiscalYear);
  if (counted === null) return [];
  const list = await countedList(store, plan, figure.indicator, counted.filter, counted.range, null);
  const opinions = await everyOf(store, list);
  const kept = list.parts.reduce((sum, part) => sum + (part.kept?.length ?? 0), 0);
  const closed = new Set(figure.closedYears);
  const open = yearsIn(counted.range).filter((year) => !closed.has(year));
  checkLength(sumOf(figure, open), opinions.length - kept);
  return opinions;
}

/** The list behind the same question asked today, whatever is closed. */
export async function opinionsToday(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
): Promise<readonly CountedOpinion[]> {
  const counted = countedOver(plan, figure, fiscalYear);
  if (counted === null) return [];
  const opinions = await allOpinionsBehind(store, counted.filter, counted.range);
  checkLength(sumOf(figure, yearsIn(counted.range)), opinions.length);
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
  return yearly.filter((y) => years.includes(y.fiscalYear)).reduce((sum, y) => sum + (y.value ?? 0), 0);
}

function checkLength(number: number, list: number): void {
  if (number !== list)
    throw new DomainError('stale', '数えている間に意見の状態が変わりました。もう一度お試しください。');
}
