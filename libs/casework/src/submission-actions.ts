import type { Actor, Role } from '@kotae/kernel';
import { nextAnswerState } from './answer-states';
import { SECTION_ROUTE, maySign, type ApprovalRoute } from './approval-route';
import type { CaseFile } from './case-file';
import { reaches } from './guards';
import { hasEnded, nextSubmissionState } from './submission-states';

/** Everything a screen may offer for a submission. */
export type CaseAction =
  | 'triage'
  | 'retriage'
  | 'decide_urgency'
  | 'assign'
  | 'write_answer'
  | 'submit_answer'
  | 'approve_answer'
  | 'send_back_answer'
  | 'decide_outcome'
  | 'edit_reply'
  | 'send_reply'
  | 'circulate'
  | 'forward'
  | 'publish'
  | 'attach_scan';

/** What of a submission decides which actions are offered. */
export type ActionSource = Pick<CaseFile, 'state' | 'opinions' | 'reply' | 'doNotContact' | 'replyWanted'>;

/** What the actor's role may do at all (the table of permissions stays outside this room). */
export interface Abilities {
  readonly triage: boolean;
  readonly close: boolean;
  readonly register: boolean;
  readonly write: boolean;
  readonly approve: boolean;
  readonly outcome: boolean;
  readonly reply: boolean;
  readonly publish: boolean;
}

/** The actions that are possible now for this actor: what is not listed would be refused. */
export function actionsFor(
  file: ActionSource,
  actor: Actor,
  abilities: Abilities,
  route: ApprovalRoute = SECTION_ROUTE,
): CaseAction[] {
  const ended = hasEnded(file.state);
  const sending = file.reply?.state === 'sending';
  const open = !ended && !sending;
  const mine = file.opinions.filter((o) => reaches(actor, o.sectionId));
  const role: Role | null = actor.kind === 'staff' ? actor.role : null;
  const signs = (stop: number) => role !== null && maySign(route, Math.min(stop, route.length - 1), role);
  const possible: Record<CaseAction, boolean> = {
    triage: abilities.triage && open && file.state === 'received',
    retriage: abilities.triage && !sending && file.state !== 'received',
    decide_urgency: abilities.triage,
    assign: abilities.triage && open,
    write_answer: abilities.write && open && mine.some((o) => nextAnswerState(o.answerState, 'write') !== null),
    submit_answer:
      abilities.write && open && signs(0) && mine.some((o) => nextAnswerState(o.answerState, 'submit') !== null),
    approve_answer: abilities.approve && open && mine.some((o) => o.answerState === 'submitted' && signs(o.answerStep)),
    send_back_answer:
      abilities.approve &&
      open &&
      mine.some((o) => nextAnswerState(o.answerState, 'send_back') !== null && signs(o.answerStep)),
    decide_outcome: abilities.outcome && mine.length > 0,
    edit_reply: abilities.reply && open && file.opinions.some((o) => o.answerState === 'approved'),
    send_reply:
      abilities.reply &&
      open &&
      file.replyWanted &&
      !file.doNotContact &&
      nextSubmissionState(file.state, 'reply') !== null &&
      file.opinions.some((o) => o.answerState === 'approved'),
    circulate: abilities.close && open,
    forward: abilities.close && open,
    publish: abilities.publish && ended && file.opinions.some((o) => o.answerState === 'approved'),
    attach_scan: abilities.register,
  };
  return (Object.keys(possible) as CaseAction[]).filter((action) => possible[action]);
}
