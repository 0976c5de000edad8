/** Removes the noise of binary fractions (0.1 + 0.2 → 0.3); twelve significant digits are kept. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * 四捨五入 to one decimal, of the magnitude: 64.25 → 64.3, −64.25 → −64.3. Percentages are shown so;
 * whether a target is met is decided before rounding.
 */
export function roundPercent(value: number): number {
  const rounded = Math.round(tidy(Math.abs(value) * 10)) / 10;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Also on the desk's pages (figures.ts): what is shown is rounded the same everywhere. */
const SHOWN = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 2, signDisplay: 'negative' });
const GROUPED = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 10 });

/** A number with its unit as Japanese prints it, with two decimals at most: 1,300件, 16.67%. The 「/年」 of a yearly unit is left out. */
export function amount(value: number, unit: string | null): string {
  return `${SHOWN.format(tidy(value)).replace('-', '−')}${shortUnit(unit)}`;
}

/** The same with every decimal: what a person entered. */
export function wholeAmount(value: number, unit: string | null): string {
  return `${value < 0 ? '−' : ''}${GROUPED.format(Math.abs(value))}${shortUnit(unit)}`;
}

/** A difference of two amounts: of percentages it is ポイント. */
export function difference(value: number, unit: string | null): string {
  const of = shortUnit(unit);
  return `${GROUPED.format(readable(Math.abs(value)))}${of === '%' ? 'ポイント' : of}`;
}

/** What a sentence can carry: two decimals, or three digits of what is smaller than one. */
function readable(value: number): number {
  return value >= 1 ? Math.round(tidy(value * 100)) / 100 : Number(value.toPrecision(3));
}

function shortUnit(unit: string | null): string {
  return (unit ?? '').replace(/[/／]年$/, '').replace(/^延/, '');
}
