import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import type { Tone } from '../types';

export interface ChipProps {
  /** `suggested` by the machine: dashed outline and 「?」; `decided` by a person: filled; `plain`: a quiet label. */
  state: 'suggested' | 'decided' | 'plain';
  tone?: Tone;
  /** Who and when, or why: shown on hover and focus. Makes the chip focusable. */
  detail?: ReactNode;
  children: ReactNode;
}

/** A class, topic, section or status. What the machine suggests looks suggested; what a person decided looks decided. */
export function Chip({ state, tone = 'neutral', detail, children }: ChipProps) {
  const tipId = useId();
  const className = classNames('k-chip', `k-chip--${state}`, `k-chip--${tone}`);
  const content = (
    <>
      {children}
      {state === 'suggested' && (
        <>
          <span aria-hidden="true">?</span>
          <span className="k-visually-hidden">（候補）</span>
        </>
      )}
    </>
  );
  if (!detail) return <span className={className}>{content}</span>;
  return (
    <span className="k-tip-anchor">
      <button
        type="button"
        className={className}
        aria-describedby={tipId}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      >
        {content}
      </button>
      <span role="tooltip" id={tipId} className="k-tip">
        {detail}
      </span>
    </span>
  );
}
