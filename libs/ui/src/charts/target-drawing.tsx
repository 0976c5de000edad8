import { useId } from 'react';
import type { Anchor } from './target-ends';
import { endAnchors } from './target-ends';
import { targetPosition } from './target-position';

/** A value as a number for the drawing and as text as it is to be read (or as the plan prints it). */
export interface TargetValue {
  value: number;
  text: string;
  /** 平成21年度, 令和8年11月20日現在 … */
  when?: string;
}

/** Where the way began; `value` null where the plan says in words that it is not known. */
export interface TargetBaseline extends Omit<TargetValue, 'value'> {
  value: number | null;
}

export interface TargetDrawingProps {
  baseline: TargetBaseline | null;
  target: TargetValue;
  actual: TargetValue | null;
  /** The whole drawing in one sentence. */
  label: string;
  /** The ends' words stand in the drawing; else under it. */
  worded: boolean;
}

function EndText({
  x,
  anchor,
  head,
  when,
  name,
}: {
  x: number;
  anchor: Anchor;
  head: string;
  when?: string;
  name: string;
}) {
  return (
    <>
      <text className={`k-target__end k-target__end--${name}`} x={`${x}%`} y="66" textAnchor={anchor}>
        {head}
      </text>
      {when && (
        <text className="k-target__end" x={`${x}%`} y="86" textAnchor={anchor}>
          {when}
        </text>
      )}
    </>
  );
}

/** Bar from baseline to target with today's mark. Places are percentages, so text keeps its size at every width. */
export function TargetDrawing({ baseline, target, actual, label, worded }: TargetDrawingProps) {
  const titleId = useId();
  const at = targetPosition(baseline?.value ?? null, target.value, actual?.value ?? null);
  const now = at.actual ?? at.baseline;
  const anchors = endAnchors(at);
  // Words under the drawing stand at its edges: an end that is elsewhere is named where it is.
  const named = worded || at.baseline > 15 || at.target < 85;
  const backwards = now < at.baseline;
  const nowAnchor: Anchor = now < 12 ? 'start' : now > 88 ? 'end' : 'middle';
  return (
    <svg
      className="k-target__svg"
      width="100%"
      height={worded && (baseline?.when || target.when) ? 92 : named ? 72 : 52}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{label}</title>
      <rect
        className="k-target__track"
        x={`${at.baseline}%`}
        y="26"
        width={`${at.target - at.baseline}%`}
        height="16"
      />
      <rect
        className={backwards ? 'k-target__back' : 'k-target__done'}
        x={`${Math.min(at.baseline, now)}%`}
        y="26"
        width={`${Math.abs(now - at.baseline)}%`}
        height="16"
      />
      <line className="k-target__start" x1={`${at.baseline}%`} x2={`${at.baseline}%`} y1="20" y2="48" />
      <line className="k-target__goal-edge" x1={`${at.target}%`} x2={`${at.target}%`} y1="18" y2="50" />
      <line className="k-target__goal" x1={`${at.target}%`} x2={`${at.target}%`} y1="18" y2="50" />
      {at.actual !== null && actual && (
        <svg x={`${at.actual}%`} y="0" overflow="visible">
          <path className="k-target__now" d="M-7 15H7L0 25Z" />
          <text
            className="k-target__now-text"
            x={nowAnchor === 'start' ? -7 : nowAnchor === 'end' ? 7 : 0}
            y="11"
            textAnchor={nowAnchor}
          >
            {actual.text}
          </text>
        </svg>
      )}
      {named && (
        <>
          <EndText
            name="baseline"
            x={at.baseline}
            anchor={anchors.baseline}
            head={worded ? baselineWords(baseline) : '基準'}
            when={worded ? baseline?.when : undefined}
          />
          <EndText
            name="target"
            x={at.target}
            anchor={anchors.target}
            head={worded ? `目標 ${target.text}` : '目標'}
            when={worded ? target.when : undefined}
          />
        </>
      )}
    </svg>
  );
}

/** 「基準 185件」 */
export function baselineWords(baseline: TargetBaseline | null): string {
  return `基準 ${baseline?.text ?? 'なし'}`;
}
