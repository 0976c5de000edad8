import { useId } from 'react';
import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Link } from '../link';
import type { HeadingLevel } from '../types';
import { targetPosition } from './target-position';

/** A value as a number for the drawing and as text as it is to be read (or as the plan prints it). */
export interface TargetValue {
  value: number;
  text: string;
  /** 平成21年度, 令和8年11月20日現在 … */
  when?: string;
}

export interface TargetBarProps {
  name: ReactNode;
  headingLevel?: HeadingLevel;
  /** Opens the indicator. */
  href?: string;
  baseline: TargetValue | null;
  target: TargetValue;
  /** Today's value; null when there is none yet. */
  actual: TargetValue | null;
  /** In words: 「目標の半分まで来ています」. */
  verdict: string;
  /** `good`, `bad` or open; always beside the words. */
  verdictTone?: 'success' | 'warning' | 'neutral';
  /** Name of the formula behind the verdict: 「(実績−基準)÷(目標−基準)」. */
  formula?: string;
}

function anchorOf(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 12) return 'start';
  return percent > 88 ? 'end' : 'middle';
}

function Drawing({ baseline, target, actual, label }: Pick<TargetBarProps, 'baseline' | 'target' | 'actual'> & { label: string }) {
  const titleId = useId();
  const at = targetPosition(baseline?.value ?? null, target.value, actual?.value ?? null);
  const from = Math.min(at.baseline, at.actual ?? at.baseline);
  const to = Math.max(at.baseline, at.actual ?? at.baseline);
  return (
    <svg className="k-target__svg" width="100%" height="52" role="img" aria-labelledby={titleId}>
      <title id={titleId}>{label}</title>
      <rect className="k-target__track" x={`${at.baseline}%`} y="26" width={`${Math.max(0, at.target - at.baseline)}%`} height="16" />
      <rect className="k-target__done" x={`${from}%`} y="26" width={`${to - from}%`} height="16" />
      <line className="k-target__start" x1={`${at.baseline}%`} x2={`${at.baseline}%`} y1="20" y2="48" />
      <line className="k-target__goal" x1={`${at.target}%`} x2={`${at.target}%`} y1="16" y2="52" />
      {at.actual !== null && actual && (
        <svg x={`${at.actual}%`} y="0" overflow="visible">
          <path className="k-target__now" d="M-7 15H7L0 25Z" />
          <text className="k-target__now-text" x={at.actual < 12 ? -7 : at.actual > 88 ? 7 : 0} y="11" textAnchor={anchorOf(at.actual)}>
            {actual.text}
          </text>
        </svg>
      )}
    </svg>
  );
}

/** One indicator in one line: name, bar from baseline to target with today's mark, the number, the verdict in words. */
export function TargetBar(props: TargetBarProps) {
  const { name, headingLevel = 3, href, baseline, target, actual, verdict, verdictTone = 'neutral', formula } = props;
  const start = baseline ? `基準 ${baseline.text}` : '基準 なし';
  const now = actual ? `現在 ${actual.text}` : '現在の値はまだありません';
  return (
    <div className="k-target-frame">
      <div className="k-target">
      <Heading level={headingLevel} className="k-target__name">
        {href ? <Link href={href}>{name}</Link> : name}
      </Heading>
      <div className="k-target__bar">
        <Drawing baseline={baseline} target={target} actual={actual} label={`${start}、${now}、目標 ${target.text}`} />
        <div className="k-target__ends" aria-hidden="true">
          <span>
            {start}
            {baseline?.when && <small>{baseline.when}</small>}
          </span>
          <span>
            目標 {target.text}
            {target.when && <small>{target.when}</small>}
          </span>
        </div>
      </div>
      <p className="k-target__actual">
        {actual ? actual.text : '…'}
        <small>{actual ? (actual.when ?? '現在') : 'まだ値がありません'}</small>
      </p>
      <p className={`k-target__verdict k-target__verdict--${verdictTone}`}>
        {verdict}
        {formula && <small>{formula}</small>}
      </p>
      </div>
    </div>
  );
}
