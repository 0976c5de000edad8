import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Evaluation, Trainer } from '@kotae/classification';
import type { TrainingTask } from './training-task';

/** The thread's own program: it holds the arithmetic and nothing else (see vite.config.ts). */
const PROGRAM = join(import.meta.dirname, 'training.js');

/** Little room for what is thrown away at once, so that the long arrays of training have it; in megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 192 };

/** Training takes seconds of arithmetic, so it runs beside the thread that answers events. */
export const threadTrainer: Trainer = {
  train: async (samples, topics, version, trainedAt) =>
    Buffer.from((await inThread<Uint8Array>({ kind: 'train', samples, topics, version, trainedAt })).buffer),
  assess: (model, samples, topics) => inThread<Evaluation>({ kind: 'assess', model, samples, topics }),
};

function inThread<T>(task: TrainingTask): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(PROGRAM, { workerData: task, resourceLimits: LIMITS, execArgv: [] });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the training thread ended with code ${code}`)));
  });
}
