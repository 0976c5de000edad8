import { DomainError } from '@kotae/kernel';
import {
  BASELINE_TYPES,
  COMPARATORS,
  DIRECTIONS,
  INDICATOR_MODES,
  TARGET_TYPES,
  type AsOf,
  type Baseline,
  type Basis,
  type Comparator,
  type Direction,
  type IndicatorMode,
  type Relevance,
  type Target,
  type TargetType,
  type TargetVersion,
} from './model';
import type { FileAsOf, FileBaseline, FileRaw, FileTarget } from './plans-file';

/** A code of the file; an unknown one stops the reading, because guessing would repair the source silently. */
export function code<T extends string>(value: string, known: readonly T[], what: string): T {
  const found = known.find((k) => k === value);
  if (found === undefined)
    throw new DomainError('invalid_input', `計画データに知らない値があります（${what}: ${value}）。`);
  return found;
}

export const modeOf = (value: string): IndicatorMode => code(value, INDICATOR_MODES, 'mode');
export const directionOf = (value: string): Direction => code(value, DIRECTIONS, 'direction');
export const basisOf = (value: string): Basis => code(value, ['stated', 'inferred'] as const, 'mode_basis');
export const relevanceOf = (value: string): Relevance =>
  code(value, ['direct', 'related', 'none'] as const, 'kocho_relevance');
const comparatorOf = (value: string): Comparator => code(value, COMPARATORS, 'comparator');

export function linesOf(raw: FileRaw): readonly string[] {
  return typeof raw === 'string' ? [raw] : raw;
}

export function asOfOf(asOf: FileAsOf | null): AsOf | null {
  return asOf === null ? null : { raw: asOf.raw, fiscalYear: asOf.fiscal_year, date: asOf.date };
}

export function baselineOf(file: FileBaseline | null): Baseline | null {
  if (file === null) return null;
  return {
    raw: linesOf(file.raw),
    value: file.value,
    unit: file.unit,
    comparator: file.comparator === undefined ? null : comparatorOf(file.comparator),
    valueType: file.value_type === undefined ? 'measured' : code(file.value_type, BASELINE_TYPES, 'value_type'),
    asOf: asOfOf(file.as_of),
    other: file.other
      ? [{ raw: linesOf(file.other.raw), value: file.other.value, asOf: asOfOf(file.other.as_of) }]
      : [],
  };
}

export function targetOf(file: FileTarget): Target {
  const raw = linesOf(file.raw);
  const value = typeof file.value === 'number' ? file.value : null;
  return {
    raw,
    valueType: targetTypeOf(file, raw.join('')),
    value,
    range: rangeOf(file),
    tolerance: null,
    unit: file.unit,
    comparator: comparatorOf(file.comparator),
    asOf: asOfOf(file.as_of),
    period: file.period ?? null,
  };
}

/** What is printed first is version 1; a plan that prints no target has none. */
export function firstTarget(file: FileTarget | null): readonly TargetVersion[] {
  if (file === null) return [];
  return [{ version: 1, fromFiscalYear: null, decidedOn: null, reason: null, target: targetOf(file) }];
}

function rangeOf(file: FileTarget): Target['range'] {
  if (file.value === null || typeof file.value === 'number') return null;
  const [low, high] = file.value;
  if (low === undefined || high === undefined || file.value.length !== 2)
    throw new DomainError('invalid_input', '計画データの目標の幅が読み取れません。');
  return { low, high };
}

/** Only wordings that are printed are told apart: 前年度末…の維持, 毎年度…, milestones, and words. */
function targetTypeOf(file: FileTarget, text: string): TargetType {
  if (file.value_type !== undefined) return code(file.value_type, TARGET_TYPES, 'value_type');
  if (file.comparator === 'milestone') return 'milestone';
  if (typeof file.value === 'number') return 'number';
  if (file.value !== null) return 'range';
  if (text.includes('前年度末')) return 'relative_to_previous_year';
  return text.includes('毎年度') ? 'set_each_year' : 'words';
}
