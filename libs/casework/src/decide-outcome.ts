import {
  DomainError,
  LIMITS,
  PROMISE_OUTCOMES,
  addDays,
  dayOf,
  isDay,
  type DayString,
  type FieldProblem,
  type Outcome,
} from '@kotae/kernel';
import { countedState } from './counted-state';
import { found, opinionFor, sign } from './guards';
import type { CaseworkContext } from './ports';
import { optionalStaffText } from './staff-text';

/** A promise without a date of its own is looked at again after half a year. */
export const DEFAULT_LOOK_AGAIN_DAYS = 182;

export interface DecideOutcomeInput {
  readonly opinionId: string;
  readonly outcome: Outcome;
  /** The day the outcome holds for; it is counted on this day. */
  readonly on: DayString;
  /** When a promise (planned, under study) is looked at again. */
  readonly nextLookOn?: DayString | null;
  readonly reason?: string | null;
}

/**
 * 対応の種別: decides what became of an opinion, or changes it; the counts move with it. Possible as long as the opinion
 * lives, also long after the reply.
 * @throws DomainError `invalid_input` for a day before the arrival or in the future; `not_found`.
 */
export async function decideOutcome(context: CaseworkContext, input: DecideOutcomeInput): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases, counts, outbox }) => {
    const file = found(await cases.openByOpinion(input.opinionId));
    const opinion = opinionFor(file, input.opinionId, context.actor);
    const problems = checkDays(input, file.receivedOn, dayOf(signature.at));
    if (problems.length > 0) throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);
    const reason = optionalStaffText(input.reason, 'reason', '理由', LIMITS.reason);
    const nextLookOn = PROMISE_OUTCOMES.includes(input.outcome)
      ? (input.nextLookOn ?? addDays(dayOf(signature.at), DEFAULT_LOOK_AGAIN_DAYS))
      : null;
    const after = {
      ...opinion,
      outcome: input.outcome,
      outcomeOn: input.on,
      outcomeBy: signature.actorName,
      nextLookOn,
    };
    if (
      after.outcome === opinion.outcome &&
      after.outcomeOn === opinion.outcomeOn &&
      after.nextLookOn === opinion.nextLookOn
    ) {
      return;
    }
    await cases.saveOpinions(file, [after]);
    await counts.record(file, [{ before: countedState(opinion), after: countedState(after) }], signature, reason);
    const details = {
      ordinal: opinion.ordinal,
      before: opinion.outcome,
      outcome: input.outcome,
      on: input.on,
      nextLookOn,
      reason,
    };
    await cases.appendFacts(
      file.submissionId,
      [{ kind: 'outcome_decided', opinionId: opinion.id, details }],
      signature,
    );
    await outbox.add({
      name: 'OpinionDecided',
      payload: { submissionId: file.submissionId, opinionId: opinion.id },
    });
    await cases.tellDesks();
  });
}

function checkDays(input: DecideOutcomeInput, receivedOn: DayString, today: DayString): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isDay(input.on)) problems.push({ field: 'on', message: '対応の日を年月日で書いてください。' });
  else if (input.on > today) problems.push({ field: 'on', message: '対応の日に、まだ来ていない日は書けません。' });
  else if (input.on < receivedOn)
    problems.push({ field: 'on', message: '対応の日は、受け付けた日より後にしてください。' });
  const next = input.nextLookOn ?? null;
  if (next !== null && !isDay(next)) {
    problems.push({ field: 'nextLookOn', message: '次に見直す日を年月日で書いてください。' });
  } else if (next !== null && PROMISE_OUTCOMES.includes(input.outcome) && next <= input.on) {
    problems.push({ field: 'nextLookOn', message: '次に見直す日は、対応の日より後にしてください。' });
  }
  return problems;
}
