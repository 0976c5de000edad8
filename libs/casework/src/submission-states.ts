/** States of a submission. `received` → `triaged` → `answered` → one of the three ends. */
export const SUBMISSION_STATES = ['received', 'triaged', 'answered', 'replied', 'circulated', 'forwarded'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What can happen to a submission. `correct` changes labels only, and is all that may happen after an end. */
export type SubmissionStep =
  'triage' | 'all_answered' | 'answer_reopened' | 'reply' | 'circulate' | 'forward' | 'correct';

/** The workflow as data: from a state, by a step, to a state. What is not listed is refused. */
export const SUBMISSION_TRANSITIONS: Readonly<
  Record<SubmissionState, Readonly<Partial<Record<SubmissionStep, SubmissionState>>>>
> = {
  received: { triage: 'triaged', circulate: 'circulated', forward: 'forwarded' },
  triaged: { triage: 'triaged', all_answered: 'answered', circulate: 'circulated', forward: 'forwarded' },
  answered: {
    triage: 'triaged',
    answer_reopened: 'triaged',
    reply: 'replied',
    circulate: 'circulated',
    forward: 'forwarded',
  },
  replied: { correct: 'replied' },
  circulated: { correct: 'circulated' },
  forwarded: { correct: 'forwarded' },
};

/** 完結: nothing leads out of these. */
export const ENDED_STATES: readonly SubmissionState[] = ['replied', 'circulated', 'forwarded'];

export function hasEnded(state: SubmissionState): boolean {
  return ENDED_STATES.includes(state);
}

/** The state that a step leads to; null when the step is not possible now. */
export function nextSubmissionState(state: SubmissionState, step: SubmissionStep): SubmissionState | null {
  return SUBMISSION_TRANSITIONS[state][step] ?? null;
}
