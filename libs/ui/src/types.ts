import type { ReactNode } from 'react';

/** A heading's place in the page's outline; never chosen for its size. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** What a colour says. Every use also says it in words or by a shape. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** Properties no component takes: a strict CSP forbids inline styles, and placeholders hide what to type. */
export interface Forbidden {
  style?: never;
  className?: never;
  placeholder?: never;
}

export interface WithChildren {
  children: ReactNode;
}
