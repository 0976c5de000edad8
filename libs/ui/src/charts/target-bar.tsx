import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Link } from '../link';
import type { HeadingLevel } from '../types';
import { TargetDrawing, baselineWords } from './target-drawing';
import type { TargetBaseline, TargetValue } from './target-drawing';
import { endsFit } from './target-ends';
import { targetPosition } from './target-position';

export interface TargetBarProps {
  name: ReactNode;
  headingLevel?: HeadingLevel;
  /** Opens the indicator. */
  href?: string;
  baseline: TargetBaseline | null;
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
  const start = baselineWords(baseline);
  const goal = `目標 ${target.text}`;
  const worded = endsFit(targetPosition(baseline?.value ?? null, target.value, actual?.value ?? null), {
    baseline: [start, baseline?.when ?? ''],
    target: [goal, target.when ?? ''],
  });
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
            label={`${start}、${now}、${goal}`}
            worded={worded}
          />
          {!worded && (
            <p className="k-target__words">
              <End words={start} when={baseline?.when} />
              <End words={goal} when={target.when} />
            </p>
          )}
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

function End({ words, when }: { words: string; when: string | undefined }) {
  return (
    <span>
      {words}
      {when && <small>{when}</small>}
    </span>
  );
}
