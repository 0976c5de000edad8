import { classNames } from '@kotae/ui';
import type { Ref } from 'react';
import { circled } from '../../shared/words';
import { blackedOut, runsOf } from './letter-marks';
import type { Marks } from './letter-marks';

export interface LetterTextProps extends MarkedTextProps {
  ref?: Ref<HTMLDivElement>;
}

export interface MarkedTextProps {
  text: string;
  marks: Marks;
  /** Ordinal of the opinion that keys act on. */
  current: number | null;
  /** Personal information is shown as ●. */
  hidden: boolean;
}

/**
 * The letter, every character in its place: numbers stand in generated content, so that what is selected
 * with the mouse counts exactly as the text does.
 */
export function LetterText({ ref, ...text }: LetterTextProps) {
  return (
    <div ref={ref} className="k-letter d-letter">
      <MarkedText {...text} />
    </div>
  );
}

/** A text with its marks, for any element around it. */
export function MarkedText({ text, marks, current, hidden }: MarkedTextProps) {
  return (
    <>
      {runsOf(text.length, marks).map((run) => {
        const words = text.slice(run.start, run.end);
        return (
          <span
            key={run.start}
            data-number={run.first && run.ordinal ? circled(run.ordinal) : undefined}
            className={classNames(
              run.ordinal !== null && 'd-letter__opinion',
              run.ordinal !== null && run.ordinal === current && 'd-letter__opinion--current',
              run.personal && (hidden ? 'd-letter__hidden' : 'k-pii'),
              run.evidence && !run.chosen && 'k-evidence',
              run.chosen && 'd-letter__chosen',
            )}
            title={run.personal && !hidden ? '個人情報（p で伏せる）' : undefined}
          >
            {run.personal && hidden ? blackedOut(words) : words}
          </span>
        );
      })}
    </>
  );
}
