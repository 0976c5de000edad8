import { fiscalYearLabel } from '@kotae/kernel';
import { chooseFormula } from './choose-formula';
import { FORMULA_LABELS, type FormulaName } from './formula-names';
import { meetsTarget } from './meets-target';
import { targetFor, type Baseline, type Indicator, type Target } from './model';
import { amount, roundPercent } from './numbers';
import { senseOf } from './sense';
import type { ActualValue } from './values';
import { verdict } from './verdict';

/**
 * How far an indicator has come, by a formula that is named beside the number.
 * `percent` is rounded half up to one decimal and never capped: of the target (ratio), of the way from baseline to target
 * (gap; negative when it went backwards), or the growth over last year (growth); null for the formulas that give no number.
 * `met` is decided on unrounded values; null when it cannot be said.
 * `why` says in Japanese what may not be computed; null when the formula gave all it can give.
 */
export interface Achievement {
  readonly formula: FormulaName;
  readonly formulaName: string;
  readonly percent: number | null;
  readonly met: boolean | null;
  readonly words: string;
  readonly why: string | null;
}

/** The achievement of an indicator in a fiscal year, with the target in force then. */
export function achievementOf(indicator: Indicator, actual: ActualValue, fiscalYear: number): Achievement {
  const target = targetFor(indicator, fiscalYear);
  const formula = chooseFormula(indicator, target);
  if (indicator.refusal !== null) return refused(formula, indicator.refusal);
  if (indicator.mode === 'cross_reference') return refused(formula, actual.why ?? '他の指標を見てください。');
  if (target === null) return refused(formula, '目標が書かれていないため、達成かどうかは決められません。');
  if (indicator.mode === 'unspecified')
    return refused(formula, '1年間の数か期間全体の数かが計画に書かれていないため、目標と比べられません。');
  const contradiction = contradictionOf(indicator, target);
  if (contradiction !== null) return refused(formula, contradiction);

  const check = meetsTarget(actual, target, indicator.direction);
  const share = actual.value === null ? { value: null, why: null } : shareOf(formula, indicator, target, actual.value);
  const percent = share.value === null ? null : roundPercent(share.value);
  return {
    formula,
    formulaName: FORMULA_LABELS[formula],
    percent,
    met: check.met,
    words: verdict(formula, indicator, target, actual, check, percent),
    why: check.why ?? share.why,
  };
}

/** 実績÷目標 in %. Unrounded; the caller has checked that the target is above zero. */
export function ratio(actual: number, target: number): number {
  return (actual / target) * 100;
}

/** （実績−基準）÷（目標−基準） in %. Unrounded; the caller has checked that target and baseline differ. */
export function gap(actual: number, baseline: number, target: number): number {
  return ((actual - baseline) / (target - baseline)) * 100;
}

interface Share {
  readonly value: number | null;
  readonly why: string | null;
}

function shareOf(formula: FormulaName, indicator: Indicator, target: Target, actual: number): Share {
  switch (formula) {
    case 'ratio':
      return ratioShare(indicator, target, actual);
    case 'gap':
      return gapShare(indicator, target, actual);
    case 'growth':
      return indicator.mode === 'yoy_change'
        ? { value: actual, why: null }
        : { value: null, why: '前年比で数える指標ではないため、前年比は計算しません。' };
    case 'met':
    case 'range':
    case 'milestone':
      return { value: null, why: null };
  }
}

function ratioShare(indicator: Indicator, target: Target, actual: number): Share {
  if (target.value === null) return { value: null, why: '目標の数字がないため、実績÷目標は計算できません。' };
  if (target.value <= 0) return { value: null, why: '目標が0以下のため、実績÷目標は計算できません。' };
  if (senseOf(indicator.direction, target.comparator) === 'down')
    return { value: null, why: '少ないほどよい指標なので、実績÷目標では達成の度合いになりません。' };
  return { value: ratio(actual, target.value), why: null };
}

function gapShare(indicator: Indicator, target: Target, actual: number): Share {
  const baseline = indicator.baseline?.value ?? null;
  if (target.value === null) return { value: null, why: '目標の数字がないため、基準からの進みは計算できません。' };
  if (baseline === null) return { value: null, why: '基準値がないため、基準からの進みは計算できません。' };
  if (indicator.mode === 'cumulative' && baseline !== 0)
    return { value: null, why: '基準値は累計ではないため、累計の目標と比べられません。' };
  if (baseline === target.value)
    return { value: null, why: '目標が基準値と同じなので、基準からの進みは計算できません。' };
  return { value: gap(actual, baseline, target.value), why: null };
}

/** A target on the wrong side of its baseline means that the two are not counted alike; no number would be honest. */
function contradictionOf(indicator: Indicator, target: Target): string | null {
  const { baseline, direction } = indicator;
  if (baseline === null || baseline.value === null || target.value === null) return null;
  const wrong =
    (direction === 'increase' && target.value < baseline.value) ||
    (direction === 'decrease' && target.value > baseline.value);
  if (!wrong) return null;
  const way = direction === 'increase' ? '増やす' : '減らす';
  return (
    `${way}指標なのに、目標（${amount(target.value, target.unit)}）が基準値（${described(baseline)}）より` +
    `${direction === 'increase' ? '小さく' : '大きく'}、同じ数え方とは考えられないため、達成率は計算しません。`
  );
}

function described(baseline: Baseline): string {
  const year = baseline.asOf?.fiscalYear;
  return `${amount(baseline.value ?? 0, baseline.unit)}${year == null ? '' : `、${fiscalYearLabel(year)}`}`;
}

function refused(formula: FormulaName, why: string): Achievement {
  return {
    formula,
    formulaName: FORMULA_LABELS[formula],
    percent: null,
    met: null,
    words: '達成率は計算していません',
    why,
  };
}
