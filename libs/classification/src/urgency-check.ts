import { groupNearDuplicates } from './near-duplicates';
import { loudestWindow } from './urgency-score';
import { trainUrgency, type UrgencyExample } from './urgency-training';

/** A text's score from a model that has not seen it or anything nearly the same. */
export interface UnseenScore {
  readonly example: UrgencyExample;
  readonly score: number;
  readonly rightKind: boolean;
}

/** Cross-validated scores of all examples; near-same texts stay in one fold. */
export function crossValidateUrgency(examples: readonly UrgencyExample[], folds = 5): UnseenScore[] {
  const foldOf = new Array<number>(examples.length).fill(-1);
  examples.forEach((_, i) => (foldOf[i] = (i * 7919) % folds));
  const groups = groupNearDuplicates(examples.map(({ text }, i) => ({ id: String(i), text })));
  for (const group of groups) for (const id of group) foldOf[Number(id)] = foldOf[Number(group[0])]!;
  const scores: UnseenScore[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainUrgency(examples.filter((_, i) => foldOf[i] !== fold));
    examples.forEach((example, i) => {
      if (foldOf[i] !== fold) return;
      const { score = -Infinity, kind = null } = loudestWindow(weights, example.text) ?? {};
      scores.push({ example, score, rightKind: kind === example.kind });
    });
  }
  return scores;
}
