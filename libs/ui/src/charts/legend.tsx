import type { ChartProps } from './chart-data';
import { Patterns, patternFill } from './patterns';

/** Names of the series beside a sample of their fill; drawn only when there is more than one. */
export function Legend({ chart, id }: { chart: ChartProps; id: string }) {
  if (chart.series.length < 2) return null;
  return (
    <ul className="k-chart__legend" aria-hidden="true">
      {chart.series.map((series, index) => (
        <li key={series.label}>
          <svg width="24" height="16" viewBox="0 0 24 16" focusable="false">
            {index === 0 && <Patterns id={`${id}-legend`} />}
            <rect
              className={`k-chart__bar k-chart__bar--${index % 4}`}
              x="1"
              y="1"
              width="22"
              height="14"
              fill={patternFill(`${id}-legend`, index)}
            />
          </svg>
          {series.label}
        </li>
      ))}
    </ul>
  );
}
