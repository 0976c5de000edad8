import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLabelledLetters, trainingOpinionsOf, type TrainingOpinion } from '@kotae/classification';

/** The labelled letters that come with the product: data/letters.jsonl and libs/classification/training/*.jsonl. */
export async function readLabelledLetters(root: string): Promise<TrainingOpinion[]> {
  const folder = join(root, 'libs/classification/training');
  const extra = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const files = [join(root, 'data/letters.jsonl'), ...extra.map((name) => join(folder, name))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => parseLabelledLetters(text).flatMap(trainingOpinionsOf));
}
