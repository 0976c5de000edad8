import type { Achievement } from './achievement';
import type { Indicator } from './model';
import type { ShareMet } from './share-met';
import type { TypedValue } from './typed-value';
import type { ActualValue, YearValue } from './values';

/** Everything known of one indicator in a fiscal year. */
export interface Figure {
  readonly indicator: Indicator;
  /** Ascending; counted years without an opinion are 0, years not begun are missing. */
  readonly yearly: readonly YearValue[];
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  /** The typed value that counts for the year; null for counted and computed indicators. */
  readonly typed: TypedValue | null;
  /** The typed values that count, one per year, ascending; empty for counted and computed indicators. */
  readonly typedYears: readonly TypedValue[];
  /** How a share of met targets or a mean achievement is made; null for others. */
  readonly share: ShareMet | null;
}
