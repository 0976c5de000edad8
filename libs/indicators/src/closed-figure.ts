import type { Figure } from './figure';
import { actualIn } from './formula';
import { FORMULA_LABELS, type FormulaName } from './formula-names';
import type { KeptYear } from './kept-years';
import type { Plan } from './model';
import type { ActualValue } from './values';

/** A figure of a year whose number is closed says what was closed, in the words and with the target of then. */
export function asClosed(live: Figure, plan: Plan, kept: readonly KeptYear[], fiscalYear: number): Figure {
  const year = kept.find((k) => k.fiscalYear === fiscalYear);
  if (year === undefined || year.figure.value === null) return live;
  const { figure, definition = live.indicator, closing } = year;
  const indicator = { ...definition, notes: live.indicator.notes };
  return {
    ...live,
    indicator,
    actual: {
      ...madeThen({ ...live, indicator }, plan, figure.basis, fiscalYear),
      value: figure.value,
      basis: figure.basis,
      why: null,
    },
    achievement: {
      formula: figure.formula as FormulaName,
      formulaName: FORMULA_LABELS[figure.formula as FormulaName],
      percent: figure.percent,
      met: figure.met,
      words: figure.words,
      why: figure.why,
    },
    share: null,
    asClosed: {
      figure,
      months: indicator.source.kind === 'facts' ? (closing.months.get(indicator.id) ?? []) : null,
    },
  };
}

/** How the closed value was made: a value that came late to a newer year that had none is not in it. */
function madeThen({ indicator, yearly }: Figure, plan: Plan, basis: string, fiscalYear: number): ActualValue {
  const ways = yearly.map((_, late) => actualIn(indicator, plan, yearly.slice(0, yearly.length - late), fiscalYear));
  return ways.find((way) => way.basis === basis) ?? actualIn(indicator, plan, yearly, fiscalYear);
}
