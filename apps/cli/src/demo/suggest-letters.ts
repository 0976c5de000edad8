import {
  deserialiseModel,
  parseLabelledLetters,
  readSubmission,
  serialiseModel,
  train,
  trainingOpinionsOf,
  type Model,
  type Topic,
} from '@kotae/classification';
import { addDays, type DayString } from '@kotae/kernel';
import { PgModelStore, PgSuggestionStore, PgUnitOfWork, readTopics } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { trainingFiles } from '../classify/labelled-letters';
import type { DemoLetter } from './letters';

const VERSION = 'demo';

/**
 * Reads each of the demo's letters as the machine would have a minute after it came: by a model that has learnt from the
 * product's other letters only, so that the confidence shown, and how often the staff of the demo agreed, are honest.
 */
export async function suggestForLetters(
  source: DataSource,
  root: string,
  letters: readonly DemoLetter[],
  idOf: ReadonlyMap<string, string>,
  onProgress: (done: number) => void,
): Promise<void> {
  const topics = await readTopics(source);
  const model = await demoModel(source, root, topics, addDays(letters[0]!.receivedOn, -1));
  const uow = new PgUnitOfWork(source, (tx) => ({ suggestions: new PgSuggestionStore(tx) }));
  const arrivals: { id: string; receivedAt: Date }[] = await source.query(
    `select s.id, s.received_at as "receivedAt" from submission s left join suggestion g on g.submission_id = s.id
     where g.submission_id is null and s.id = any($1::uuid[]) order by s.received_at, s.id`,
    [[...idOf.values()]],
  );
  for (const [done, { id, receivedAt }] of arrivals.entries()) {
    if (done % 20 === 0) onProgress(done);
    const clock = { now: () => new Date(receivedAt.getTime() + 60_000) };
    await readSubmission({ uow, clock, model, topics, actor: { kind: 'system', name: '応え' } }, id);
  }
}

/** The city's first model, from before its first letter. Made once. */
async function demoModel(source: DataSource, root: string, topics: readonly Topic[], day: DayString): Promise<Model> {
  const models = new PgModelStore(source);
  const kept = await models.inUse();
  if (kept !== null) return deserialiseModel(await models.content(kept.version));
  const samples = (await trainingFiles(root)).flatMap((text) => parseLabelledLetters(text).flatMap(trainingOpinionsOf));
  const trainedAt = new Date(`${day}T00:00:00+09:00`);
  const content = serialiseModel(train(samples, { version: VERSION, trainedAt: trainedAt.toISOString(), topics }));
  const first = {
    version: VERSION,
    trainedAt,
    trainedOn: samples.length,
    active: true,
    evaluation: null,
    words: `デモの市が最初に使うモデルです。付属の手紙のうち、この市に届いたことになっている手紙を除いた${samples.length}件の意見から学習しました。`,
    content,
  };
  await models.add(first, null);
  return deserialiseModel(content);
}
