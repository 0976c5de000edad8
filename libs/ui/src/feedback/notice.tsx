import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { IconName } from '../icons';
import type { HeadingLevel } from '../types';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error' | 'urgent';

const LOOKS: Record<NoticeKind, { icon: IconName; word: string }> = {
  info: { icon: 'info', word: 'お知らせ' },
  success: { icon: 'check', word: '完了' },
  warning: { icon: 'alert', word: '注意' },
  error: { icon: 'error', word: 'エラー' },
  urgent: { icon: 'alert', word: '緊急' },
};

export interface NoticeProps {
  kind: NoticeKind;
  title?: ReactNode;
  headingLevel?: HeadingLevel;
  /** Announced by screen readers when it appears: `status` politely, `alert` at once. Leave out what stands in the page from the start. */
  live?: 'status' | 'alert';
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something to know. The kind is said by an icon and a word, not by colour alone. */
export function Notice({ kind, title, headingLevel = 2, live, actions, children }: NoticeProps) {
  const look = LOOKS[kind];
  return (
    <div className={`k-notice k-notice--${kind}`} role={live}>
      <span className="k-notice__mark">
        <Icon name={look.icon} />
        <span className="k-visually-hidden">{look.word}: </span>
      </span>
      <div className="k-notice__body">
        {title && (
          <Heading level={headingLevel} className="k-notice__title">
            {title}
          </Heading>
        )}
        {children}
        {actions && <div className="k-cluster">{actions}</div>}
      </div>
    </div>
  );
}
