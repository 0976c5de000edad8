import type { Indicator } from './model';

/** The unit of the value that an indicator is judged by: growth over the year before is in %, whatever is counted. */
export function judgedUnit({ mode, unit }: Pick<Indicator, 'mode' | 'unit'>): string | null {
  return mode === 'yoy_change' ? '%' : unit;
}

/**
 * The unit of what a year brought. A plan that asks for growth prints the % of the growth, which says nothing of the years'
 * own figures: opinions are counted in 件, anything else has no unit then (null).
 */
export function yearUnit({ mode, unit, source }: Pick<Indicator, 'mode' | 'unit' | 'source'>): string | null {
  if (mode !== 'yoy_change' || (unit !== null && !/^[%％]/.test(unit))) return unit;
  return source.kind === 'facts' ? '件' : null;
}
