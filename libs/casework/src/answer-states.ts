/** States of one opinion's answer (起案・決裁・差戻し). */
export const ANSWER_STATES = ['waiting', 'draft', 'submitted', 'sent_back', 'approved', 'not_needed'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/**
 * What can happen to an answer. `pass_on` is an approval that is not the route's last; `reassign` is a change of section:
 * what another section wrote has to go its way again; `dismiss` is the desk's decision that no answer is needed.
 */
export type AnswerStep = 'write' | 'submit' | 'pass_on' | 'approve' | 'send_back' | 'reassign' | 'dismiss';

/** The workflow as data: from a state, by a step, to a state. What is not listed is refused. */
export const ANSWER_TRANSITIONS: Readonly<Record<AnswerState, Readonly<Partial<Record<AnswerStep, AnswerState>>>>> = {
  waiting: { write: 'draft', reassign: 'waiting', dismiss: 'not_needed' },
  draft: { write: 'draft', submit: 'submitted', reassign: 'draft', dismiss: 'not_needed' },
  submitted: {
    pass_on: 'submitted',
    approve: 'approved',
    send_back: 'sent_back',
    reassign: 'sent_back',
    dismiss: 'not_needed',
  },
  sent_back: { write: 'sent_back', submit: 'submitted', reassign: 'sent_back', dismiss: 'not_needed' },
  // An approver may take an approval back as long as the reply has not gone out.
  approved: { send_back: 'sent_back', reassign: 'sent_back' },
  not_needed: { write: 'draft', reassign: 'waiting' },
};

/** Nothing more is expected from the section. */
export const SETTLED_ANSWERS: readonly AnswerState[] = ['approved', 'not_needed'];

export function isSettled(state: AnswerState): boolean {
  return SETTLED_ANSWERS.includes(state);
}

/** The state that a step leads to; null when the step is not possible now. */
export function nextAnswerState(state: AnswerState, step: AnswerStep): AnswerState | null {
  return ANSWER_TRANSITIONS[state][step] ?? null;
}
