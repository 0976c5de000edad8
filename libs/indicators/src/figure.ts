import type { Achievement } from './achievement';
import type { ClosedFigure } from './closing';
import type { Indicator } from './model';
import type { MonthCount } from './ports';
import type { ShareMet } from './share-met';
import type { TypedValue } from './typed-value';
import type { ActualValue, YearValue } from './values';

/** Everything known of one indicator in a fiscal year. */
export interface Figure {
  /** Of a closed year as it was defined then, with today's notes. */
  readonly indicator: Indicator;
  /** Ascending; counted years without an opinion are 0, years not begun are missing, closed years are as they were closed. */
  readonly yearly: readonly YearValue[];
  /** The years of `yearly` that are closed (確定), ascending. */
  readonly closedYears: readonly number[];
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  /** The typed value that counts for the year; null for counted and computed indicators. */
  readonly typed: TypedValue | null;
  /** The typed values that count, one per year, ascending; empty for counted and computed indicators. */
  readonly typedYears: readonly TypedValue[];
  /** How a share of met targets or a mean achievement is made; null for others, and for a closed year. */
  readonly share: ShareMet | null;
  /** What was closed, which `actual` and `achievement` repeat; null while the year's number is open. */
  readonly asClosed: AsClosed | null;
}

export interface AsClosed {
  readonly figure: ClosedFigure;
  /** Null where nothing was counted. */
  readonly months: readonly MonthCount[] | null;
}
