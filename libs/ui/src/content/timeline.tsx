import type { ReactNode } from 'react';
import type { DayString } from '@kotae/kernel';
import { Icon } from '../icons';
import { DateText } from './date-text';

export interface TimelineItem {
  key: string;
  title: ReactNode;
  state: 'done' | 'current' | 'next';
  /** The day it happened, or the day it is due when `next`. */
  day?: DayString | undefined;
  /** 「まで」, 「ごろ」: after the date. */
  daySuffix?: string;
  children?: ReactNode;
}

const WORDS = { done: '済み', current: 'いまここ', next: 'これから' } as const;

/** What happened and what comes, with dates, from top to bottom. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="k-timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.key}
          className={`k-timeline__item k-timeline__item--${item.state}`}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <span className="k-timeline__mark" aria-hidden="true">
            {item.state === 'done' && <Icon name="check" />}
          </span>
          <div className="k-timeline__body">
            <p className="k-timeline__title">
              {item.title}
              <span className={item.state === 'current' ? 'k-timeline__word' : 'k-visually-hidden'}>
                {WORDS[item.state]}
              </span>
            </p>
            {item.day && (
              <p className="k-timeline__day">
                <DateText day={item.day} />
                {item.daySuffix}
              </p>
            )}
            {item.children && <div className="k-timeline__text">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
