import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  assessModel,
  deserialiseModel,
  serialiseModel,
  train,
  type Evaluation,
  type Topic,
  type Trainer,
  type TrainingOpinion,
} from '@kotae/classification';

type Task =
  | { kind: 'train'; samples: readonly TrainingOpinion[]; topics: readonly Topic[]; version: string; trainedAt: string }
  | { kind: 'assess'; model: Uint8Array; samples: readonly TrainingOpinion[]; topics: readonly Topic[] };

/** Training takes seconds of arithmetic, so it runs beside the thread that answers events. */
export const threadTrainer: Trainer = {
  train: async (samples, topics, version, trainedAt) =>
    Buffer.from(await inThread<Uint8Array>({ kind: 'train', samples, topics, version, trainedAt })),
  assess: (model, samples, topics) => inThread<Evaluation>({ kind: 'assess', model, samples, topics }),
};

function inThread<T>(task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the training thread ended with code ${code}`)));
  });
}

/** True when this file runs as such a thread; then the work is done and posted. */
export function runTrainingThread(): boolean {
  if (isMainThread) return false;
  const task = workerData as Task;
  parentPort!.postMessage(
    task.kind === 'train'
      ? serialiseModel(train(task.samples, { version: task.version, trainedAt: task.trainedAt, topics: task.topics }))
      : assessModel(deserialiseModel(task.model), task.samples, task.topics),
  );
  return true;
}
