import type { FormulaName } from './formula-names';
import type { Indicator, Target } from './model';
import type { TargetCheck } from './meets-target';
import { amount, difference, roundPercent } from './numbers';
import { senseOf } from './sense';
import type { ActualValue } from './values';

/** The verdict in plain Japanese: how far, and which way is better where that surprises. */
export function verdict(
  formula: FormulaName,
  indicator: Indicator,
  target: Target,
  actual: ActualValue,
  check: TargetCheck,
  percent: number | null,
): string {
  if (actual.value === null) return '値がまだありません';
  if (formula === 'milestone') return check.met === true ? '策定・実施ができています' : '策定・実施はまだです';
  if (formula === 'growth') return growthWords(actual.value, check);
  if (target.range !== null) return rangeWords(actual.value, target.range, target.unit);
  if (check.limit === null) return '達成かどうかは決められません';
  if (target.comparator === 'approx') return approxWords(actual.value, check, target.unit);
  if (target.valueType === 'relative_to_previous_year') return keptWords(actual.value, check.limit, check, target.unit);
  const words = limitWords(actual.value, check, target, senseOf(indicator.direction, target.comparator));
  return formula === 'gap' && percent !== null && percent < 0 ? `${words}。基準より後退しています` : words;
}

function limitWords(value: number, check: TargetCheck, target: Target, sense: 'up' | 'down' | null): string {
  const limit = check.limit ?? 0;
  const gap = difference(value - limit, target.unit);
  if (check.met === null || sense === null) return `目標との差は${gap}です`;
  if (sense === 'down')
    return check.met
      ? target.comparator === 'le'
        ? `目標（${amount(limit, target.unit)}以下）におさまっています`
        : `目標（${amount(limit, target.unit)}）まで減っています`
      : `目標を${gap}上回っています（少ないほどよい指標です）`;
  return check.met ? `目標（${amount(limit, target.unit)}）に届いています` : `目標まであと${gap}です`;
}

function rangeWords(value: number, range: { low: number; high: number }, unit: string | null): string {
  const span = `${amount(range.low, null)}〜${amount(range.high, unit)}`;
  if (value < range.low) return `目標の幅（${span}）まであと${difference(range.low - value, unit)}です`;
  if (value > range.high) return `目標の幅（${span}）を${difference(value - range.high, unit)}超えています`;
  return `目標の幅（${span}）に入っています`;
}

function approxWords(value: number, check: TargetCheck, unit: string | null): string {
  const about = `概ね${amount(check.limit ?? 0, unit)}`;
  if (check.met === true) return `目標（${about}）に合っています`;
  return `目標（${about}）との差は${difference(value - (check.limit ?? 0), unit)}です`;
}

function keptWords(value: number, previous: number, check: TargetCheck, unit: string | null): string {
  return check.met === true
    ? '前年度の値を保っています'
    : `前年度の値を${difference(previous - value, unit)}下回っています`;
}

function growthWords(growth: number, check: TargetCheck): string {
  const shown = roundPercent(growth);
  const change =
    shown === 0
      ? '前年と同じです'
      : `前年より${amount(Math.abs(shown), '%')}${shown > 0 ? '増えました' : '減りました'}`;
  if (check.met === null || check.limit === null) return change;
  return `${change}。目標（${amount(check.limit, '%')}の増）に${check.met ? '届いています' : '届いていません'}`;
}
