import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of labelled letters that come with the product: data/letters.jsonl and libs/classification/training/*.jsonl. */
export async function labelledFiles(root: string): Promise<string[]> {
  return [await readFile(join(root, 'data/letters.jsonl'), 'utf8'), ...(await trainingFiles(root))];
}

/** Those of them that are not the demo city's letters. */
export async function trainingFiles(root: string): Promise<string[]> {
  const folder = join(root, 'libs/classification/training');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
