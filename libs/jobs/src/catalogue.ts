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

/** Thrown by a handler whose failure will not go away by trying again; the delivery goes to the failed list at once. */
export class Unrepeatable extends Error {}

export function isReaction(name: string): name is ReactionName {
  return Object.values(REACTIONS).some((names) => (names as readonly string[]).includes(name));
}
