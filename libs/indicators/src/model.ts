import type { DayString } from '@kotae/kernel';
import type { FormulaName } from './formula-names';
import type { IndicatorSource } from './source';

/**
 * Plans and indicators as a city prints them. `raw` is always what is printed, as the line fragments of one cell;
 * every parsed field beside it is our reading and may be null where the source leaves it open.
 */
export const INDICATOR_MODES = [
  'annual',
  'cumulative',
  'point_in_time',
  'yoy_change',
  'derived_average',
  'milestone',
  'cross_reference',
  'unspecified',
] as const;
export type IndicatorMode = (typeof INDICATOR_MODES)[number];

export const INDICATOR_MODE_LABELS: Readonly<Record<IndicatorMode, string>> = {
  annual: '単年',
  cumulative: '累計',
  point_in_time: '時点の値',
  yoy_change: '前年比',
  derived_average: '平均値',
  milestone: '策定・実施',
  cross_reference: '他の指標を参照',
  unspecified: '記載なし',
};

export const DIRECTIONS = [
  'increase',
  'decrease',
  'at_least',
  'at_most',
  'maintain',
  'range',
  'milestone',
  'unspecified',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const DIRECTION_LABELS: Readonly<Record<Direction, string>> = {
  increase: '増やす',
  decrease: '減らす',
  at_least: '下回らない（以上）',
  at_most: '上回らない（以下）',
  maintain: '保つ（維持）',
  range: '幅のなかに収める',
  milestone: '策定・実施する',
  unspecified: '書かれていない',
};

export const COMPARATORS = ['eq', 'ge', 'le', 'gt', 'range', 'approx', 'milestone'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Whether a reading is printed in the source or ours. */
export type Basis = 'stated' | 'inferred';

/** The moment a printed value holds for. `raw` is null when nothing is printed. */
export interface AsOf {
  readonly raw: string | null;
  readonly fiscalYear: number | null;
  readonly date: DayString | null;
}

/** First and last fiscal year, both inclusive. */
export interface FiscalPeriod {
  readonly first: number;
  readonly last: number;
}

export const BASELINE_TYPES = ['measured', 'not_measured', 'none', 'multi_year_mean'] as const;
export type BaselineType = (typeof BASELINE_TYPES)[number];

/** 基準値. `other` holds further values printed in the same cell. */
export interface Baseline {
  readonly raw: readonly string[];
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: Comparator | null;
  readonly valueType: BaselineType;
  readonly asOf: AsOf | null;
  readonly other: readonly OtherValue[];
}

export interface OtherValue {
  readonly raw: readonly string[];
  readonly value: number;
  readonly asOf: AsOf | null;
}

/**
 * What kind of target is printed: `number` and `range` can be compared; `relative_to_baseline` carries the baseline's
 * number; `relative_to_previous_year` compares with the year before; `set_each_year` and `words` carry no number.
 */
export const TARGET_TYPES = [
  'number',
  'range',
  'relative_to_baseline',
  'relative_to_previous_year',
  'set_each_year',
  'milestone',
  'words',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** 目標値. `tolerance` (same unit) is what 「概ね」 allows; null when the source does not say. */
export interface Target {
  readonly raw: readonly string[];
  readonly valueType: TargetType;
  readonly value: number | null;
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly tolerance: number | null;
  readonly unit: string | null;
  readonly comparator: Comparator;
  readonly asOf: AsOf | null;
  /** e.g. 「５カ年の累計」, as printed. */
  readonly period: string | null;
}

/** Plans say that targets may be revised; version 1 is what was printed first. Applies from `fromFiscalYear` on. */
export interface TargetVersion {
  readonly version: number;
  readonly fromFiscalYear: number | null;
  readonly decidedOn: DayString | null;
  readonly reason: string | null;
  readonly target: Target;
}

export type NoteAbout = 'plan' | 'programme' | 'indicator' | 'baseline' | 'target' | 'question';

/** What the source leaves open. `text` as recorded in the data file; `japanese` the same for staff, when there is one. */
export interface Note {
  readonly id: string | null;
  readonly about: NoteAbout;
  readonly text: string;
  readonly japanese: string | null;
}

export interface Plan {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  readonly excerpt: string;
  readonly period: FiscalPeriod | null;
  /** True for the city's own plan; the five printed plans are references. */
  readonly own: boolean;
  readonly sourceFile: string | null;
  /** How progress is reported, as printed. */
  readonly governance: readonly string[];
  readonly notes: readonly Note[];
}

/** 施策・推進プログラム: what a plan says it will do, with or without an indicator. A name is not a key. */
export interface Programme {
  readonly id: string;
  readonly planId: string;
  readonly order: number;
  readonly no: number | null;
  readonly section: string;
  readonly policy: string;
  readonly name: string;
  readonly nameVariants: readonly string[];
  readonly departments: readonly string[];
  readonly channels: readonly string[];
  readonly text: string;
  readonly lines: readonly string[];
  readonly effectLines: readonly string[];
  readonly revisedPoints: readonly string[];
  readonly relevance: Relevance;
  readonly indicatorIds: readonly string[];
  readonly sourceFile: string;
  readonly notes: readonly Note[];
}

/** How near an indicator is to 広聴. */
export type Relevance = 'direct' | 'related' | 'none';

/** A perception question whose share of answers is the value; `options` is null when the source lost them. */
export interface SurveyQuestion {
  readonly heading: string;
  readonly question: string;
  readonly options: readonly string[] | null;
}

/** 計画指標. `formula` null means the default rule chooses (`chooseFormula`). */
export interface Indicator {
  readonly id: string;
  readonly planId: string;
  readonly order: number;
  readonly code: string;
  readonly kind: 'measure' | 'survey';
  readonly section: string;
  readonly policy: string;
  readonly name: string;
  readonly definition: string | null;
  readonly raw: readonly string[];
  readonly unit: string | null;
  readonly mode: IndicatorMode;
  readonly modeBasis: Basis;
  readonly direction: Direction;
  readonly baseline: Baseline | null;
  /** Oldest first; empty when no target is printed. */
  readonly targets: readonly TargetVersion[];
  readonly formula: FormulaName | null;
  /** Plain Japanese; when set no achievement is computed, whatever the formula. */
  readonly refusal: string | null;
  readonly period: FiscalPeriod | null;
  readonly source: IndicatorSource;
  readonly notes: readonly Note[];
  readonly relevance: Relevance;
  readonly survey: SurveyQuestion | null;
  /** A formula printed in the source, e.g. 「研修受講者数÷正規職員数」. */
  readonly statedFormula: string | null;
  readonly refersTo: readonly string[];
  /** 再掲: the indicator this one repeats; it is never counted a second time. */
  readonly duplicateOf: string | null;
  readonly quotes: readonly string[];
  readonly sourceFile: string | null;
}

/** The target in force in a fiscal year: the newest version that applies by then; null when none is printed. */
export function targetFor(indicator: Pick<Indicator, 'targets'>, fiscalYear: number): Target | null {
  const inForce = indicator.targets.filter((v) => v.fromFiscalYear === null || v.fromFiscalYear <= fiscalYear);
  const newest = inForce.reduce<TargetVersion | null>((a, b) => (a === null || b.version > a.version ? b : a), null);
  return newest?.target ?? null;
}

/** The line fragments of one printed cell as one line, letters and digits untouched. */
export function printed(raw: readonly string[]): string {
  return raw.join('');
}
