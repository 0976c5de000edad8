import { CLOSING_MARKS, type IndicatorView } from '@kotae/contracts';
import type { TargetValue } from '@kotae/ui';
import { fiscalYearLabel } from '@kotae/kernel';

const NUMBER = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 2 });

export function amountWords(value: number, unit: string): string {
  return `${NUMBER.format(value)}${unit}`;
}

/** Today's value with its year, for the bar; null when there is none. */
export function actualOf(indicator: IndicatorView): TargetValue | null {
  const value = indicator.current?.value ?? null;
  if (indicator.current === null || value === null) return null;
  return {
    value,
    text: amountWords(value, indicator.unit),
    when: `${fiscalYearLabel(indicator.current.fiscalYear)}・${closingMark(indicator.current.closed)}`,
  };
}

/** 「確定」 or 「集計中」. */
export function closingMark(closed: boolean): string {
  return closed ? CLOSING_MARKS.closed : CLOSING_MARKS.open;
}

export function baselineOf(indicator: IndicatorView): TargetValue | null {
  const { value, asOf } = indicator.baseline;
  if (value === null) return null;
  return {
    value,
    text: indicator.printed.baseline ?? amountWords(value, indicator.unit),
    ...(asOf ? { when: asOf } : {}),
  };
}

export function targetOf(indicator: IndicatorView): TargetValue | null {
  const { value, asOf } = indicator.target;
  if (value === null) return null;
  return {
    value,
    text: indicator.printed.target ?? amountWords(value, indicator.unit),
    ...(asOf ? { when: asOf } : {}),
  };
}

export function verdictTone(indicator: IndicatorView): 'success' | 'warning' | 'neutral' {
  return indicator.achievement.met === true ? 'success' : 'neutral';
}

/** 「実績÷目標 84.0%」 */
export function formulaWords({ achievement }: IndicatorView): string {
  return achievement.percent === null
    ? achievement.formulaName
    : `${achievement.formulaName} ${NUMBER.format(achievement.percent)}%`;
}
