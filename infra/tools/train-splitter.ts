/**
 * Learns the opinion splitter from the labelled letters and writes libs/classification/src/split-weights.ts.
 * Same letters, same weights. Run from the root of the repository.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packWeights } from '../../libs/classification/src/split-decode';
import { trainSplitter, type MarkedLetter } from '../../libs/classification/src/split-training';

const TRAINING = 'libs/classification/training';
const TARGET = 'libs/classification/src/split-weights.ts';

function lettersOf(file: string): MarkedLetter[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const letter = JSON.parse(line) as { body: string; splitting?: boolean; opinions: { text: string }[] };
      // Written for its words; how it is divided is not like an inbox (see LabelledLetter.splitting).
      if (letter.splitting === false) return { body: letter.body, opinions: [] };
      const opinions = letter.opinions
        .map(({ text }) => ({ start: letter.body.indexOf(text), end: letter.body.indexOf(text) + text.length }))
        .filter(({ start }) => start >= 0)
        .sort((a, b) => a.start - b.start);
      return { body: letter.body, opinions };
    })
    .filter((letter) => letter.opinions.length > 0);
}

const files = ['data/letters.jsonl'];
if (existsSync(TRAINING)) {
  const names = readdirSync(TRAINING).filter((name) => name.endsWith('.jsonl'));
  files.push(...names.sort().map((name) => `${TRAINING}/${name}`));
}
const letters = files.flatMap(lettersOf);
writeFileSync(
  TARGET,
  '/** Weights of the opinion splitter, written by infra/tools/train-splitter.ts, packed by `packWeights`. */\n' +
    `export const SPLIT_WEIGHTS =\n  '${packWeights(trainSplitter(letters))}';\n`,
);
console.log(`${letters.length} letters from ${files.join(', ')}`);
