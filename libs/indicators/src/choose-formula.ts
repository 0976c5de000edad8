import type { FormulaName } from './formula-names';
import type { Indicator, Target } from './model';

/**
 * The formula of an indicator: the one chosen for it, or by default
 * - milestone, growth, range where mode or comparator leave no other;
 * - met for limits (以下), 維持 and targets without a number: a share of a limit says nothing;
 * - gap for less-is-better with a baseline, and for levels (時点の値, %) with a baseline, because a level starts at its baseline;
 * - met for less-is-better without a baseline;
 * - ratio for the rest: yearly amounts and sums start from nothing.
 */
export function chooseFormula(indicator: Indicator, target: Target | null): FormulaName {
  if (indicator.formula !== null) return indicator.formula;
  const { mode, direction } = indicator;
  const hasBaseline = indicator.baseline !== null && indicator.baseline.value !== null;
  if (mode === 'milestone' || direction === 'milestone' || target?.comparator === 'milestone') return 'milestone';
  if (mode === 'yoy_change') return 'growth';
  if (target === null || target.value === null) return target?.range == null ? 'met' : 'range';
  if (target.comparator === 'approx' || direction === 'range') return 'range';
  if (target.comparator === 'le' || direction === 'at_most' || direction === 'maintain') return 'met';
  if (direction === 'decrease') return hasBaseline ? 'gap' : 'met';
  if (direction === 'unspecified') return 'met';
  const isLevel = mode === 'point_in_time' || target.unit === '%';
  return isLevel && hasBaseline ? 'gap' : 'ratio';
}
