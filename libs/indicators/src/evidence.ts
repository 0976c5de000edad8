import { fiscalYearOf, type DayString } from '@kotae/kernel';
import { countedList, lengthOf, pageOf } from './counted-list';
import type { CountedOpinion, DayRange } from './facts';
import type { Figure } from './figure';
import type { Plan } from './model';
import type { IndicatorStore } from './ports';
import { countedRange } from './ranges';
import type { UnlistedYear } from './unlisted-year';

/** 根拠: the opinions behind the value that a counted indicator is judged by. */
export interface Evidence {
  readonly indicatorId: string;
  readonly name: string;
  readonly range: DayRange;
  /** How many opinions stand behind the number. */
  readonly total: number;
  /** What else is in the number, by year: with `total` it is the number itself. */
  readonly unlisted: readonly UnlistedYear[];
  /** Newest first; fewer than `total` when the room was used up. */
  readonly opinions: readonly CountedOpinion[];
}

/** Lists what stands behind the counted values of a year, `room` opinions at most over all indicators, in the order given. */
export async function evidenceOf(
  store: IndicatorStore,
  plan: Plan,
  figures: readonly Figure[],
  fiscalYear: number,
  today: DayString,
  room: number,
): Promise<Evidence[]> {
  if (room <= 0 || fiscalYear > fiscalYearOf(today)) return [];
  const all: Evidence[] = [];
  let left = room;
  for (const { indicator, asClosed } of figures) {
    if (indicator.source.kind !== 'facts') continue;
    const range = countedRange(indicator.mode, fiscalYear, indicator.period ?? plan.period);
    if (range === null) continue;
    const closed = asClosed === null ? null : fiscalYear;
    const list = await countedList(store, plan, indicator, indicator.source, range, closed);
    const total = await lengthOf(store, list);
    const page = left > 0 ? await pageOf(store, list, null, left) : { items: [] };
    left -= page.items.length;
    const { id: indicatorId, name } = indicator;
    all.push({ indicatorId, name, range, total, unlisted: list.unlisted, opinions: page.items });
  }
  return all;
}
