import { fiscalYearLabel } from '@kotae/kernel';
import { definitionsThen } from './kept-years';
import type { Indicator, Plan } from './model';
import type { ClosingSummary } from './ports';

/**
 * Why a year cannot be closed among the others, in Japanese; null when it can. A counted sum (累計) is closed year by year:
 * closed over a year that is still open, it would no longer be what its years add up to.
 */
export function outOfOrder(
  plan: Plan,
  present: readonly Indicator[],
  closings: readonly ClosingSummary[],
  fiscalYear: number,
): string | null {
  const label = fiscalYearLabel(fiscalYear);
  const closed = new Set(closings.map((closing) => closing.fiscalYear));
  const sealed = (year: number) =>
    closings.find(
      (closing) =>
        closing.fiscalYear > year &&
        definitionsThen(closing.definitions, present).some((then) =>
          summedBefore(then, plan, closing.fiscalYear).includes(year),
        ),
    );
  // A year that can no longer be closed does not hold up those after it.
  const before = present
    .flatMap((indicator) => summedBefore(indicator, plan, fiscalYear))
    .filter((year) => !closed.has(year) && sealed(year) === undefined);
  if (before.length > 0) {
    const first = fiscalYearLabel(Math.min(...before));
    return `${label}までの累計には、まだ締めていない${first}の数が入ります。先に${first}を締めてください。`;
  }
  const later = sealed(fiscalYear);
  if (later === undefined) return null;
  const then = fiscalYearLabel(later.fiscalYear);
  return `${label}の数を入れた累計は、すでに${then}で締めてあります。食い違わないように、${label}はもう締められません。`;
}

/** The years before `fiscalYear` that its counted sum is made of and that the plan can close. */
function summedBefore({ source, mode, period: own }: Indicator, plan: Plan, fiscalYear: number): number[] {
  const period = own ?? plan.period;
  if (source.kind !== 'facts' || mode !== 'cumulative' || period === null) return [];
  const first = Math.max(period.first, plan.period?.first ?? period.first);
  const last = Math.min(period.last, plan.period?.last ?? period.last, fiscalYear - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
