import type { ReactionName } from './catalogue';

/** Reactions that wait for the mail server. */
const MAILS: readonly string[] = [
  'acknowledge',
  'mail-reply',
  'mail-urgent',
  'alarm-unseen',
] satisfies readonly ReactionName[];

/**
 * What goes out as mail has a queue and places of its own: a mail server that does not answer holds those up and nothing
 * else.
 */
export const LANES = ['work', 'mail'] as const;
export type Lane = (typeof LANES)[number];

/** These reactions, or all but these; the latter takes reactions of other versions of the program along. */
export interface WhichReactions {
  readonly kind: 'only' | 'except';
  readonly reactions: readonly string[];
}

export const OF_LANE: Readonly<Record<Lane, WhichReactions>> = {
  work: { kind: 'except', reactions: MAILS },
  mail: { kind: 'only', reactions: MAILS },
};

export function laneOf(reaction: string): Lane {
  return MAILS.includes(reaction) ? 'mail' : 'work';
}

/** Mails under way at once: as many as the mailer keeps connections (libs/mail). */
export const MAILS_AT_ONCE = 2;
