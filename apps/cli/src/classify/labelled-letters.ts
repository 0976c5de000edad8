import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of labelled letters that come with the product: data/letters.jsonl and libs/classification/training/*.jsonl. */
export async function labelledFiles(root: string): Promise<string[]> {
  const folder = join(root, 'libs/classification/training');
  const extra = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  return Promise.all(
    [join(root, 'data/letters.jsonl'), ...extra.map((name) => join(folder, name))].map((file) =>
      readFile(file, 'utf8'),
    ),
  );
}
