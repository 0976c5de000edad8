import type { DayString, Outcome } from '@kotae/kernel';
import type { HiddenMark } from './hidden-mark';

export const PUBLICATION_STATES = ['draft', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export type PublicationStep = 'publish' | 'withdraw';

/** The way of a public text as data: from a state, by a step, to a state. What is not listed is refused. */
export const PUBLICATION_TRANSITIONS: Readonly<
  Record<PublicationState, Readonly<Partial<Record<PublicationStep, PublicationState>>>>
> = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
};

/** The state that a step leads to; null when the step is not possible now. */
export function nextPublicationState(state: PublicationState, step: PublicationStep): PublicationState | null {
  return PUBLICATION_TRANSITIONS[state][step] ?? null;
}

/** What the public is to read: a text of its own, not the reply. */
export interface PublicText {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
}

export const PUBLIC_TEXT_FIELDS = ['title', 'question', 'answer'] as const satisfies readonly (keyof PublicText)[];

/** 公表: the public version of question and answer. Withdrawn ones stay, with the reason. */
export interface Publication extends PublicText {
  readonly id: string;
  readonly submissionId: string;
  readonly opinionIds: readonly string[];
  readonly state: PublicationState;
  readonly topic: string;
  readonly sectionId: string;
  readonly outcome: Outcome | null;
  readonly receivedOn: DayString;
  readonly answeredOn: DayString;
  readonly publishedOn: DayString | null;
  readonly withdrawnOn: DayString | null;
  readonly withdrawnReason: string | null;
  /** Found texts that a person has declared harmless, e.g. a public name. */
  readonly cleared: readonly string[];
  /** What people hid in the draft through the editor: kinds only. */
  readonly hidden: readonly HiddenMark[];
  /** Raised by one with every change; who changes an older one is refused (`stale`). */
  readonly version: number;
}
