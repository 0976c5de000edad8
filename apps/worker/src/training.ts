import { parentPort, workerData } from 'node:worker_threads';
import { runTrainingTask, type TrainingTask } from './training-task';

// The program of a training thread: one task, one answer; the bytes of a model are handed over, not copied.
const answer = runTrainingTask(workerData as TrainingTask);
parentPort!.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer] : []);
