import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Link } from '../link';
import type { HeadingLevel } from '../types';
import { TargetDrawing } from './target-drawing';
import type { TargetValue } from './target-drawing';

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
          <TargetDrawing
            baseline={baseline}
            target={target}
            actual={actual}
            label={`${start}、${now}、目標 ${target.text}`}
          />
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
