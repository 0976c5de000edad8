/** How many series can be told apart without colour. */
export const PATTERN_COUNT = 4;

/** Fill of the n-th series: solid, stripes, dots, lines. Told apart in grey and by people who see no colour. */
export function patternFill(id: string, index: number): string {
  return `url(#${id}-p${index % PATTERN_COUNT})`;
}

/** Definitions of the fills; drawn in colours of the style sheet, so print and forced colours can change them. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-p0`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="k-chart__ink-0" width="8" height="8" />
      </pattern>
      <pattern id={`${id}-p1`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="k-chart__paper-1" width="7" height="7" />
        <rect className="k-chart__ink-1" width="3" height="7" />
      </pattern>
      <pattern id={`${id}-p2`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="k-chart__paper-2" width="7" height="7" />
        <circle className="k-chart__ink-2" cx="3.5" cy="3.5" r="1.8" />
      </pattern>
      <pattern id={`${id}-p3`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="k-chart__paper-3" width="6" height="6" />
        <rect className="k-chart__ink-3" width="6" height="2.4" />
      </pattern>
    </defs>
  );
}
