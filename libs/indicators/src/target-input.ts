import { LIMITS, characters, fiscalYearLabel, type FieldProblem } from '@kotae/kernel';
import type { Comparator, IndicatorMode, Target, TargetType } from './model';
import { wholeAmount } from './numbers';

/** A target as a person fills it in. */
export interface TargetInput {
  /** 以上 (ge), 以下 (le), この値 (eq), 概ね (approx), 幅 (range), 策定・実施 (milestone), or in words only. */
  readonly comparison: TargetComparison;
  readonly value: number | null;
  readonly high?: number | null;
  /** What 「概ね」 allows to both sides, in the unit of the value. */
  readonly tolerance?: number | null;
  /** As the plan prints it; made from the number when left out. */
  readonly printed?: string | null;
  /** The fiscal year the target is for, e.g. the plan's last. */
  readonly targetYear?: number | null;
}

export const TARGET_COMPARISONS = ['eq', 'ge', 'le', 'gt', 'approx', 'range', 'milestone', 'words'] as const;
export type TargetComparison = (typeof TARGET_COMPARISONS)[number];

export const TARGET_COMPARISON_LABELS: Readonly<Record<TargetComparison, string>> = {
  eq: 'この値をめざす',
  ge: '以上',
  le: '以下',
  gt: 'より多く',
  approx: '概ね',
  range: '幅（〜から〜まで）',
  milestone: '策定・実施すること',
  words: '言葉だけ（数字なし）',
};

/** What is wrong with it, field by field, in plain Japanese. */
export function targetProblems(input: TargetInput, mode: IndicatorMode): FieldProblem[] {
  const fields: FieldProblem[] = [];
  const { comparison, value, high = null, tolerance = null } = input;
  const needsNumber = comparison !== 'milestone' && comparison !== 'words';
  if (needsNumber && !isNumber(value)) fields.push({ field: 'value', message: '目標の数字を入れてください。' });
  if (comparison === 'range' && (!isNumber(high) || (isNumber(value) && high < value)))
    fields.push({ field: 'high', message: '幅の上の値を、下の値より大きく入れてください。' });
  if (comparison === 'approx' && tolerance !== null && (!Number.isFinite(tolerance) || tolerance < 0))
    fields.push({ field: 'tolerance', message: '0以上の数字で入れてください。' });
  if (comparison === 'words' && (input.printed ?? '').trim() === '')
    fields.push({ field: 'printed', message: '目標の言葉を書いてください。' });
  if (characters(input.printed ?? '') > LIMITS.name)
    fields.push({ field: 'printed', message: `${LIMITS.name}文字以内で書いてください。` });
  if (comparison === 'milestone' && mode !== 'milestone')
    fields.push({ field: 'comparison', message: '「策定・実施」の指標だけが、策定・実施を目標にできます。' });
  if (comparison !== 'milestone' && comparison !== 'words' && mode === 'milestone')
    fields.push({ field: 'comparison', message: '「策定・実施」の指標は、数字を目標にできません。' });
  return fields;
}

/** The target that was filled in; call after `targetProblems` found none. */
export function targetFrom(input: TargetInput, unit: string | null, period: string | null): Target {
  const { comparison, value, high = null, tolerance = null, targetYear = null } = input;
  const words = (input.printed ?? '').trim();
  const range = comparison === 'range' && value !== null && high !== null ? { low: value, high } : null;
  return {
    raw: [words === '' ? printedFrom(input, unit) : words],
    valueType: TYPES[comparison] ?? 'number',
    value: comparison === 'range' || comparison === 'milestone' || comparison === 'words' ? null : value,
    range,
    tolerance: comparison === 'approx' ? tolerance : null,
    unit,
    comparator: COMPARATOR_OF[comparison],
    asOf:
      targetYear === null ? null : { raw: `（${fiscalYearLabel(targetYear)}）`, fiscalYear: targetYear, date: null },
    period,
  };
}

const TYPES: Partial<Record<TargetComparison, TargetType>> = { range: 'range', milestone: 'milestone', words: 'words' };

const COMPARATOR_OF: Readonly<Record<TargetComparison, Comparator>> = {
  eq: 'eq',
  ge: 'ge',
  le: 'le',
  gt: 'gt',
  approx: 'approx',
  range: 'range',
  milestone: 'milestone',
  words: 'eq',
};

function printedFrom({ comparison, value, high = null }: TargetInput, unit: string | null): string {
  if (comparison === 'milestone') return '策定・実施';
  if (comparison === 'range') return `${wholeAmount(value ?? 0, null)}〜${wholeAmount(high ?? 0, unit)}`;
  const number = wholeAmount(value ?? 0, unit);
  if (comparison === 'approx') return `概ね${number}`;
  if (comparison === 'ge') return `${number}以上`;
  if (comparison === 'le') return `${number}以下`;
  return comparison === 'gt' ? `${number}より多く` : number;
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && Math.abs(value) <= 1e15;
}
