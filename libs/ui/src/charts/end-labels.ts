/** A label at the end of a line: where its line ends and where the text goes. */
export interface EndLabel {
  series: number;
  y: number;
}

const GAP = 16;
const ABOVE = -11;
const BELOW = 20;

/**
 * Heights of the labels at the lines' ends, so that none covers another: the highest line's label
 * stands above its end, the others' below, pushed down until they are a text line apart.
 */
export function endLabels(ends: readonly EndLabel[]): Map<number, number> {
  const placed = new Map<number, number>();
  let previous = -Infinity;
  [...ends]
    .sort((a, b) => a.y - b.y)
    .forEach((end, index) => {
      const y = Math.max(end.y + (index === 0 ? ABOVE : BELOW), previous + GAP);
      placed.set(end.series, y);
      previous = y;
    });
  return placed;
}
