import { loudestWindow } from './urgency-score';
import { trainUrgency, type UrgencyExample } from './urgency-training';

/** A text's score from a model that has read nothing by its author. */
export interface UnseenScore<E extends UrgencyExample> {
  readonly example: E;
  readonly score: number;
  readonly rightKind: boolean;
}

/** Scores of all examples, each from a model trained without any text of the same fold. */
export function leaveFoldsOut<E extends UrgencyExample>(
  examples: readonly E[],
  foldOf: (example: E) => number,
): UnseenScore<E>[] {
  const scores: UnseenScore<E>[] = [];
  for (const fold of new Set(examples.map(foldOf))) {
    const weights = trainUrgency(examples.filter((example) => foldOf(example) !== fold));
    for (const example of examples.filter((one) => foldOf(one) === fold)) {
      const { score = -Infinity, kind = null } = loudestWindow(weights, example.text) ?? {};
      scores.push({ example, score, rightKind: kind === example.kind });
    }
  }
  return scores;
}
