import { fiscalYearOf, fiscalYearRange } from '@kotae/kernel';
import type { FrozenFigure } from './closing';
import type { CountedOpinion, DayRange } from './facts';
import { keptYears } from './kept-years';
import type { Indicator, Plan } from './model';
import type { IndicatorStore, OpinionCursor, OpinionPage } from './ports';
import type { CountFilter } from './source';
import { beyondList, unlistedThen } from './unlisted';
import type { UnlistedYear } from './unlisted-year';

/** A part of a counted number: days of a closed year with the opinions that were frozen, or days that are counted today. */
export interface Part {
  readonly range: DayRange;
  /** Newest first; null where the opinions are those that count today. */
  readonly kept: readonly CountedOpinion[] | null;
}

/** The opinions behind a counted number, newest first. */
export interface CountedList {
  readonly filter: CountFilter;
  readonly parts: readonly Part[];
  /** What else is in the number: its length and this together are the number. */
  readonly unlisted: readonly UnlistedYear[];
}

/**
 * What stands behind a number counted over these days: of closed years what was frozen with them. Of a year that is closed
 * itself (`closedYear`) what was frozen with its number, the years before it included.
 */
export async function countedList(
  store: IndicatorStore,
  plan: Plan,
  indicator: Indicator,
  filter: CountFilter,
  range: DayRange,
  closedYear: number | null,
): Promise<CountedList> {
  if (closedYear !== null) {
    const figure = await frozenFigure(store, plan, indicator.id, closedYear);
    const part = keptPart(figure?.opinions ?? [], range);
    const unlisted = figure === null ? [] : unlistedThen(figure, closedYear, range, part.kept.length);
    return { filter, parts: [part], unlisted };
  }
  const closed = new Set(
    keptYears(await store.closings(plan.id), indicator.id)
      .filter((kept) => kept.figure.yearValue !== null)
      .map((kept) => kept.fiscalYear),
  );
  const parts: Part[] = [];
  const unlisted: UnlistedYear[] = [];
  for (let year = fiscalYearOf(range.last); year >= fiscalYearOf(range.first); year--) {
    const whole = fiscalYearRange(year);
    const days = within(whole, range);
    const before = parts.at(-1);
    const figure = closed.has(year) ? await frozenFigure(store, plan, indicator.id, year) : null;
    if (figure !== null) {
      const part = keptPart(figure.opinions, days);
      parts.push(part);
      if (days.first === whole.first && days.last === whole.last)
        unlisted.unshift(...beyondList(figure, year, part.kept.length));
    } else if (before?.kept === null)
      parts[parts.length - 1] = { ...before, range: { ...before.range, first: days.first } };
    else parts.push({ range: days, kept: null });
  }
  return { filter, parts, unlisted };
}

/** The days of a frozen list. */
function keptPart(
  opinions: readonly CountedOpinion[],
  range: DayRange,
): Part & { readonly kept: readonly CountedOpinion[] } {
  const kept = opinions.filter((o) => o.countedOn >= range.first && o.countedOn <= range.last);
  return { range, kept: kept.sort((a, b) => (isBefore(b, a) ? -1 : 1)) };
}

/** A figure as its year's record has it. */
async function frozenFigure(
  store: IndicatorStore,
  plan: Plan,
  indicatorId: string,
  fiscalYear: number,
): Promise<FrozenFigure | null> {
  const closing = await store.closing(plan.id, fiscalYear);
  return closing?.content.figures.find((figure) => figure.indicatorId === indicatorId) ?? null;
}

/** How many opinions are in the list, as the roll-up and the records say. */
export async function lengthOf(store: IndicatorStore, { filter, parts }: CountedList): Promise<number> {
  let sum = 0;
  for (const { range, kept } of parts) {
    if (kept !== null) sum += kept.length;
    else for (const { count } of await counts(store, filter, range)) sum += count;
  }
  return sum;
}

/** Years where the days are whole years, else the one month they are. */
async function counts(store: IndicatorStore, filter: CountFilter, { first, last }: DayRange) {
  const years = [fiscalYearOf(first), fiscalYearOf(last)] as const;
  if (first === fiscalYearRange(years[0]).first && last === fiscalYearRange(years[1]).last)
    return store.yearlyCounts(filter, ...years);
  const months = await store.monthlyCounts(filter, years[0]);
  return months.filter(({ month }) => month === first.slice(0, 7));
}

/** A page of the list. */
export async function pageOf(
  store: IndicatorStore,
  { filter, parts }: CountedList,
  after: OpinionCursor | null,
  limit: number,
): Promise<OpinionPage> {
  const found: CountedOpinion[] = [];
  for (const { range, kept } of parts) {
    const room = limit + 1 - found.length;
    if (room <= 0) break;
    if (after !== null && range.first > after.countedOn) continue;
    if (kept === null) found.push(...(await store.opinionsBehind(filter, range, after, room)).items);
    else found.push(...kept.filter((o) => after === null || isBefore(o, after)).slice(0, room));
  }
  const items = found.slice(0, limit);
  const end = items.at(-1);
  const more = found.length > limit && end !== undefined;
  return { items, next: more ? { countedOn: end.countedOn, opinionId: end.opinionId } : null };
}

/** The whole list. */
export async function everyOf(store: IndicatorStore, list: CountedList): Promise<CountedOpinion[]> {
  const all: CountedOpinion[] = [];
  let after: OpinionCursor | null = null;
  do {
    const page: OpinionPage = await pageOf(store, list, after, 1000);
    for (const item of page.items) all.push(item);
    after = page.next;
  } while (after !== null);
  return all;
}

/** Every opinion that counts today under a filter, closed years or not; days newest first. */
export function allOpinionsBehind(
  store: IndicatorStore,
  filter: CountFilter,
  days: readonly DayRange[],
): Promise<CountedOpinion[]> {
  return everyOf(store, { filter, parts: days.map((range) => ({ range, kept: null })), unlisted: [] });
}

/** Whether `a` comes after `b` in a list that begins with the newest. */
function isBefore(a: OpinionCursor, b: OpinionCursor): boolean {
  return a.countedOn === b.countedOn ? a.opinionId < b.opinionId : a.countedOn < b.countedOn;
}

function within(a: DayRange, b: DayRange): DayRange {
  return { first: a.first > b.first ? a.first : b.first, last: a.last < b.last ? a.last : b.last };
}
