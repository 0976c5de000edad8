/**
 * Learns the name tagger from the labelled letters and the marked sentences and writes libs/japanese/src/name-weights.ts.
 * Same texts, same weights. Run from the root of the repository.
 * `--check` judges each author's letters by a tagger that has read only the others', alone and together with the rules;
 * `--show` prints what is missed and what is wrong besides.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { namedLetter, namedMarked, type NamedText } from '../../libs/japanese/src/training/marked-text';
import { judgeNames, mistakes } from '../../libs/japanese/src/training/judge-names';
import { NAME_CONTEXTS } from '../../libs/japanese/src/training/name-contexts';
import { MORE_NAME_CONTEXTS } from '../../libs/japanese/src/training/name-contexts-more';
import { trainNameTagger } from '../../libs/japanese/src/training/train-name-tagger';
import type { NameTagger } from '../../libs/japanese/src/shipped-tagger';
import { packNameWeights, unpackNameWeights, type NameWeights } from '../../libs/japanese/src/name-tags';
import { LETTERS_WITHOUT, LETTERS_WITH_PERSONAL_INFORMATION } from '../../libs/japanese/src/testing/marked-letters';
import {
  MORE_LETTERS_WITHOUT,
  MORE_LETTERS_WITH_PERSONAL_INFORMATION,
} from '../../libs/japanese/src/testing/marked-letters-more';
import { withoutNames } from '../../libs/japanese/src/training/without-names';

const TRAINING = 'libs/classification/training';
const TARGET = 'libs/japanese/src/name-weights.ts';
/** The lean whose mistakes `--show` prints. */
const SHOWN = 1;
const SETTINGS = { rounds: 3, copies: 8, seed: 7 };

function objectsOf<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

interface Letter {
  readonly id: string;
  readonly body: string;
  readonly pii: readonly { readonly text: string; readonly kind: string }[];
}

/** Letters by their authors: the first letter of the id. */
function lettersByAuthor(): Map<string, Letter[]> {
  const byAuthor = new Map<string, Letter[]>();
  for (const letter of ['data/letters.jsonl', ...filesIn(TRAINING)].flatMap((file) => objectsOf<Letter>(file))) {
    const author = letter.id.slice(0, 1);
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), letter]);
  }
  return byAuthor;
}

function named(letter: Letter): NamedText {
  return namedLetter(
    letter.body,
    letter.pii.filter(({ kind }) => kind === 'name').map(({ text }) => text),
  );
}

const letters = lettersByAuthor();
const sentences = [
  ...LETTERS_WITH_PERSONAL_INFORMATION,
  ...LETTERS_WITHOUT,
  ...MORE_LETTERS_WITH_PERSONAL_INFORMATION,
  ...MORE_LETTERS_WITHOUT,
  ...NAME_CONTEXTS,
  ...MORE_NAME_CONTEXTS,
].map(namedMarked);
const urgent = filesIn(`${TRAINING}/urgency`).flatMap((file) => objectsOf<{ text: string }>(file));

function learn(except: string | null): NameWeights {
  const labelled = [
    ...[...letters].filter(([author]) => author !== except).flatMap(([, own]) => own.map(named)),
    ...sentences,
  ];
  // The lines about urgency carry no labels of names: those where nobody can be named are examples of no name.
  const first = trainNameTagger(labelled, SETTINGS);
  const plain = withoutNames(
    urgent.map(({ text }) => text),
    first,
  );
  return trainNameTagger([...labelled, ...plain], SETTINGS);
}

function showMistakes(own: readonly Letter[], tagger: NameTagger): void {
  for (const letter of own)
    for (const { missed, start, end } of mistakes(letter, tagger)) {
      const around = `${letter.body.slice(Math.max(0, start - 20), start)}【${letter.body.slice(start, end)}】${letter.body.slice(end, end + 15)}`;
      console.log(missed ? 'missed' : 'wrong', letter.id, around.replaceAll('\n', '⏎'));
    }
}

if (process.argv.includes('--check')) {
  for (const [author, own] of letters) {
    const weights = unpackNameWeights(packNameWeights(learn(author)));
    for (const lean of [0, 0.5, 1, 1.5, 2]) {
      const { labelled, rules, tagger, both } = judgeNames(own, { weights, lean });
      const said = ({ found, proposed, right }: typeof both): string =>
        `${found}/${labelled} (${right}/${proposed} right)`;
      if (process.argv.includes('--show') && lean === SHOWN) showMistakes(own, { weights, lean });
      console.log(`${author} lean ${lean}: rules ${said(rules)}, tagger ${said(tagger)}, both ${said(both)}`);
    }
  }
} else {
  writeFileSync(
    TARGET,
    '/** Weights of the name tagger, written by infra/tools/train-names.ts, packed by `packNameWeights`. */\n' +
      `export const NAME_WEIGHTS =\n  '${packNameWeights(learn(null))}';\n`,
  );
  console.log(`${[...letters.values()].flat().length} letters, ${sentences.length} sentences, ${urgent.length} lines`);
}
