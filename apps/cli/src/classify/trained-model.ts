import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  STANDARD_TOPICS,
  deserialiseModel,
  parseLabelledLetters,
  serialiseModel,
  train,
  trainingOpinionsOf,
  type Model,
} from '@kotae/classification';
import { labelledFiles } from './labelled-letters';

/**
 * The model of the labelled letters that come with the product. Kept under `<data>/models` by a hash of everything it is
 * made from (letters, topics, this program), so that it is trained once.
 */
export async function trainedModel(root: string, data: string, say: (text: string) => void): Promise<Model> {
  const texts = await labelledFiles(root);
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  hash.update(JSON.stringify(STANDARD_TOPICS)).update(await ownCode());
  const version = hash.digest('hex').slice(0, 16);
  const file = join(data, 'models', `${version}.model`);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) {
    try {
      return deserialiseModel(kept);
    } catch {
      // Half written or damaged: train again.
    }
  }
  say('学習しています（初回だけ）… / Training once …');
  const samples = texts.flatMap((text) => parseLabelledLetters(text).flatMap(trainingOpinionsOf));
  const model = train(samples, { version, trainedAt: new Date().toISOString(), topics: STANDARD_TOPICS });
  await mkdir(join(data, 'models'), { recursive: true });
  await writeFile(`${file}.${process.pid}`, serialiseModel(model));
  await rename(`${file}.${process.pid}`, file);
  return model;
}

/** The bundle this runs from: a model belongs to the code that reads it. */
async function ownCode(): Promise<string> {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.js')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return texts.join('\0');
}
