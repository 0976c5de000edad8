import type { DomainEvents, EventName } from '@kotae/kernel';

/** Which reactions follow which event. A reaction belongs to one event; its name is unique. */
export const REACTIONS = {
  SubmissionReceived: ['suggest', 'acknowledge', 'tell-the-desk'],
  SubmissionTriaged: [],
  OpinionAssigned: [],
  AnswerSubmitted: [],
  AnswerSentBack: [],
  AnswerApproved: [],
  ReplySent: ['mail-reply'],
  OpinionDecided: [],
  PublicationChanged: [],
  UrgencyNoticed: ['mail-urgent'],
  UnseenNoticed: ['alarm-unseen'],
  TopicsChanged: ['read-again'],
  ModelRequested: ['train-model'],
} as const satisfies Record<EventName, readonly string[]>;

export type ReactionName = (typeof REACTIONS)[EventName][number];

/** The event that a reaction belongs to. */
export type EventOf<R extends ReactionName> = {
  [N in EventName]: R extends (typeof REACTIONS)[N][number] ? N : never;
}[EventName];

/** What a reaction gets: the event's ids, and the event's own id as key for doing it once. */
export interface Delivered<N extends EventName> {
  readonly eventId: string;
  readonly payload: DomainEvents[N];
}

/** One handler per reaction, exhaustive: a reaction without a handler does not compile. */
export type ReactionHandlers = { readonly [R in ReactionName]: (delivered: Delivered<EventOf<R>>) => Promise<void> };

/**
 * How many deliveries of a reaction are made together, where that is much cheaper than one by one. None of what goes out
 * of the house: a mail is claimed, sent and recorded alone.
 */
export const MOST_TOGETHER = { suggest: 50, 'tell-the-desk': 100 } as const satisfies Partial<
  Record<ReactionName, number>
>;

export type TogetherName = keyof typeof MOST_TOGETHER;

/**
 * Makes a reaction to many events at once and answers the ids of the events for which nothing is left to do; the others are
 * made one by one, and all of them when it throws.
 */
export type TogetherHandlers = {
  readonly [R in TogetherName]: (delivered: readonly Delivered<EventOf<R>>[]) => Promise<ReadonlySet<string>>;
};

/** Thrown by a handler whose failure will not go away by trying again; the delivery goes to the failed list at once. */
export class Unrepeatable extends Error {}

export function isTogether(name: string): name is TogetherName {
  return Object.hasOwn(MOST_TOGETHER, name);
}

export function isReaction(name: string): name is ReactionName {
  return Object.values(REACTIONS).some((names) => (names as readonly string[]).includes(name));
}
