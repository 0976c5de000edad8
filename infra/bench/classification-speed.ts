import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  deserialiseModel,
  serialiseModel,
  STANDARD_TOPICS,
  suggest,
  train,
  type LabelledLetter,
  type Model,
  type TrainingOpinion,
} from '@kotae/classification';

/** Trains the model that is shipped, stores it and reads it back: it is the one that answers in the city hall. */
export function trained(samples: readonly TrainingOpinion[]): {
  model: Model;
  trainSeconds: number;
  megabytes: number;
} {
  const started = performance.now();
  const bytes = serialiseModel(train(samples, { version: 'bench', trainedAt: '', topics: STANDARD_TOPICS }));
  const trainSeconds = (performance.now() - started) / 1000;
  return { model: deserialiseModel(bytes), trainSeconds, megabytes: bytes.length / 1e6 };
}

/** Whole submissions a second on one core, and the memory held. */
export function readingSpeed(
  model: Model,
  letters: readonly LabelledLetter[],
): { perSecond: number; memoryMegabytes: number } {
  const read = (letter: LabelledLetter): void => {
    suggest(model, STANDARD_TOPICS, { subject: letter.subject, body: letter.body, channel: null });
  };
  letters.slice(0, 100).forEach(read);
  const from = performance.now();
  letters.forEach(read);
  return {
    perSecond: letters.length / ((performance.now() - from) / 1000),
    memoryMegabytes: memoryInUse() / 1e6,
  };
}

/** Bytes that are really held, after the garbage of the measurements above is collected. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
