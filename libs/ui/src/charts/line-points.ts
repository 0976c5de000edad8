import type { ChartSeries } from './chart-data';
import type { Layout } from './frame';
import { bandsOf, round, yOf } from './frame';
import type { ValueAxis } from './scale';

export interface LinePoint {
  x: number;
  y: number;
  value: number;
  index: number;
}

/** Where the values of one series stand; null where there is no value. */
export function linePoints(series: ChartSeries, layout: Layout, axis: ValueAxis, count: number): (LinePoint | null)[] {
  const bands = bandsOf(layout, count);
  return series.values.map((value, index) => {
    const band = bands[index];
    if (value === null || !band) return null;
    return { x: round(band.x + band.width / 2), y: yOf(layout, axis, value), value, index };
  });
}

/** Runs of neighbouring values; a gap in the data is a gap in the line. */
export function lineRuns(points: readonly (LinePoint | null)[]): LinePoint[][] {
  const result: LinePoint[][] = [];
  let run: LinePoint[] = [];
  for (const point of [...points, null]) {
    if (point) run.push(point);
    else if (run.length > 0) {
      result.push(run);
      run = [];
    }
  }
  return result;
}
