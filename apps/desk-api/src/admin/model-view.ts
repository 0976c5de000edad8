import { tookOver } from '@kotae/classification';
import type { ModelScoresView, ModelView } from '@kotae/contracts';
import type { ModelRecord } from '@kotae/persistence';

/** A trained model for the screen, without its content. */
export function modelView({ version, trainedAt, trainedOn, active, evaluation, words }: ModelRecord): ModelView {
  return {
    version,
    trainedAt: trainedAt.toISOString(),
    trainedOn,
    active,
    tookOver: tookOver(evaluation),
    evaluation: evaluation && scoresView(evaluation),
    before: evaluation?.before === undefined ? null : scoresView(evaluation.before),
    changes: (evaluation?.changes ?? []).map((change) => ({
      kind: change.kind,
      code: change.code,
      count: change.count,
      before: change.before,
      after: change.after,
      words: change.words,
    })),
    words,
  };
}

function scoresView(scores: ModelScoresView): ModelScoresView {
  const { classAccuracy, proposalAccuracy, topicTop1, topicTop3, items } = scores;
  return { classAccuracy, proposalAccuracy, topicTop1, topicTop3, items };
}
