import { fiscalYearMonths } from '@kotae/kernel';
import { closedDefinitions, closedFigure, type FrozenYear } from './closing';
import type { CountedOpinion } from './facts';
import type { ClosingSummary, MonthCount } from './ports';

/** What pages need of a closing: its numbers, how they were counted, and by month; without the lists. */
export function closedSummary(frozen: FrozenYear): Pick<ClosingSummary, 'figures' | 'definitions' | 'months'> {
  const { fiscalYear, figures } = frozen.content;
  return {
    figures: figures.map(closedFigure),
    definitions: closedDefinitions(frozen),
    months: new Map(figures.map((figure) => [figure.indicatorId, monthsOf(figure.opinions, fiscalYear)])),
  };
}

function monthsOf(opinions: readonly CountedOpinion[], fiscalYear: number): MonthCount[] {
  const ofYear = Map.groupBy(opinions, (o) => o.countedOn.slice(0, 7));
  return fiscalYearMonths(fiscalYear).flatMap((month) => {
    const counted = ofYear.get(month);
    return counted === undefined ? [] : [{ month, count: counted.length }];
  });
}
