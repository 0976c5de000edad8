import {
  assessModel,
  deserialiseModel,
  serialiseModel,
  train,
  type Evaluation,
  type Topic,
  type TrainingOpinion,
} from '@kotae/classification';

/** What a training thread is asked. */
export type TrainingTask =
  | { kind: 'train'; samples: readonly TrainingOpinion[]; topics: readonly Topic[]; version: string; trainedAt: string }
  | { kind: 'assess'; model: Uint8Array; samples: readonly TrainingOpinion[]; topics: readonly Topic[] };

/** The answer: the model's bytes, or how often it was right. */
export function runTrainingTask(task: TrainingTask): Uint8Array<ArrayBuffer> | Evaluation {
  if (task.kind === 'assess') return assessModel(deserialiseModel(task.model), task.samples, task.topics);
  const { samples, topics, version, trainedAt } = task;
  return serialiseModel(train(samples, { topics, version, trainedAt }));
}
