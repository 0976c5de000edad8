/** One row of values, one per category; null where there is no value (which is not zero). */
export interface ChartSeries {
  label: string;
  values: readonly (number | null)[];
}

/** A value to compare with, drawn as a dashed line: the plan's target. */
export interface ChartReference {
  label: string;
  value: number;
}

export interface ChartData {
  /** 「市政への提案の件数」 */
  title: string;
  /** What the picture shows in one sentence, for those who do not see it: direction, extremes. */
  description: string;
  /** 4月 … 3月, or R4 … R8. */
  categories: readonly string[];
  series: readonly ChartSeries[];
  unit: string;
  reference?: ChartReference | undefined;
}

/** A drawn chart stands beside its numbers: it must name the table that carries them. */
export interface ChartProps extends ChartData {
  /** Id of the table with the same values. */
  tableId: string;
}

const NUMBER = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });

export function formatValue(value: number): string {
  return NUMBER.format(value);
}
