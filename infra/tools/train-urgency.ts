/**
 * Learns the urgency model from the labelled letters and from training/urgency/lines*.jsonl and writes
 * libs/classification/src/urgency-weights.ts. Same texts, same weights. Run from the root of the repository.
 * `--check` scores each author's texts by a model that read only the others'; `--held-out FILE` only counts what the shipped model finds in other letters.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { UrgencyKind } from '@kotae/kernel';
import { leaveFoldsOut } from '../../libs/classification/src/urgency-check';
import { packUrgencyWeights } from '../../libs/classification/src/urgency-model';
import { URGENT_FROM } from '../../libs/classification/src/urgency-score';
import { trainUrgency, type UrgencyExample } from '../../libs/classification/src/urgency-training';

const TRAINING = 'libs/classification/training';
const TARGET = 'libs/classification/src/urgency-weights.ts';
/** Ordinary letters are judged by length too: a long one has more sentences that may sound urgent. */
const LENGTHS = [0, 80, 200, 400];

function objectsOf<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

interface Letter {
  readonly subject: string | null;
  readonly body: string;
  readonly urgent: UrgencyKind | null;
}

function textOf(letter: Letter): string {
  return letter.subject === null ? letter.body : `${letter.subject}\n${letter.body}`;
}

/** Texts of one fold share their authors: one file of lines and some files of letters each. */
interface Authored extends UrgencyExample {
  readonly fold: number;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function examples(): Authored[] {
  const authors = filesIn(`${TRAINING}/urgency`);
  const lines = authors.flatMap((file, fold) =>
    objectsOf<{ text: string; kind: UrgencyKind | null }>(file).map(({ text, kind }) => ({
      text,
      kind,
      short: true,
      fold,
    })),
  );
  const letters = ['data/letters.jsonl', ...filesIn(TRAINING)].flatMap((file, number) =>
    objectsOf<Letter>(file).map((letter) => ({
      text: textOf(letter),
      kind: letter.urgent,
      short: false,
      fold: number % authors.length,
    })),
  );
  return [...lines, ...letters];
}

function check(): void {
  const scores = leaveFoldsOut<Authored>(examples(), ({ fold }) => fold);
  const group = (short: boolean, urgent: boolean): typeof scores =>
    scores.filter(({ example }) => example.short === short && (example.kind !== null) === urgent);
  const share = (of: typeof scores, threshold: number): string => {
    const found = of.filter(({ score }) => score >= threshold).length;
    return `${((100 * found) / Math.max(1, of.length)).toFixed(1)} %`;
  };
  const folds = [...new Set(scores.map(({ example }) => example.fold))];
  const byFold = (of: typeof scores, threshold: number): string =>
    `${share(of, threshold)} (${folds
      .map((fold) =>
        share(
          of.filter(({ example }) => example.fold === fold),
          threshold,
        ),
      )
      .join(', ')})`;
  const calm = group(false, false)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const at = (alarms: number): number => calm[Math.floor(calm.length * alarms)] ?? 0;
  for (const alarms of [0.02, 0.03, 0.04, 0.05]) {
    const threshold = at(alarms) + 1e-9;
    console.log(
      `≥ ${threshold.toFixed(2)}: ordinary letters ${byFold(group(false, false), threshold)}, hard lines ${byFold(group(true, false), threshold)},` +
        ` urgent lines ${byFold(group(true, true), threshold)}, urgent letters ${share(group(false, true), threshold)}`,
    );
  }
  const ordinary = group(false, false);
  const byLength = LENGTHS.map((from, i) => {
    const to = LENGTHS[i + 1] ?? Infinity;
    const these = ordinary.filter(({ example }) => example.text.length > from && example.text.length <= to);
    return `${from + 1}…${to === Infinity ? '' : to} units: ${share(these, URGENT_FROM)} of ${these.length}`;
  });
  console.log(`as shipped (≥ ${URGENT_FROM}): false alarms in ordinary letters of ${byLength.join(', ')};`);
  console.log(
    `found: urgent letters ${share(group(false, true), URGENT_FROM)}, urgent lines ${share(group(true, true), URGENT_FROM)}`,
  );
  const urgent = scores.filter(({ example }) => example.kind !== null);
  console.log(`right kind: ${urgent.filter(({ rightKind }) => rightKind).length}/${urgent.length}`);
  if (!process.argv.includes('--show')) return;
  const shown = at(0.04);
  const misses = urgent.filter(({ score }) => score < shown).sort((a, b) => a.score - b.score);
  const alarms = scores.filter(({ example, score }) => example.kind === null && score >= shown);
  for (const { example, score } of misses)
    console.log('missed', score.toFixed(2), example.kind, example.text.slice(0, 200).replaceAll('\n', '⏎'));
  for (const { example, score } of alarms.sort((a, b) => b.score - a.score).slice(0, 140))
    console.log(
      'alarm',
      score.toFixed(2),
      example.short ? 'line' : 'letter',
      example.text.slice(0, 160).replaceAll('\n', '⏎'),
    );
}

/**
 * Counts only: held-out texts stay unread. The shipped model is loaded here alone, so that one of another size can
 * still be replaced. The file holds letters or, like the training lines, texts with a kind.
 */
async function heldOut(file: string): Promise<void> {
  const { findUrgency } = await import('../../libs/classification/src/urgency');
  const texts = objectsOf<Letter | { readonly text: string; readonly kind: UrgencyKind | null }>(file).map((one) =>
    'text' in one
      ? { parts: [one.text], urgent: one.kind }
      : { parts: [one.body, one.subject ?? ''], urgent: one.urgent ?? null },
  );
  const found = ({ parts }: { parts: string[] }): boolean => parts.some((part) => findUrgency(part) !== null);
  const urgent = texts.filter((text) => text.urgent !== null);
  const calm = texts.filter((text) => text.urgent === null);
  console.log(`urgent found ${urgent.filter(found).length}/${urgent.length}`);
  console.log(`false alarms ${calm.filter(found).length}/${calm.length}`);
}

const held = process.argv.indexOf('--held-out');
if (process.argv.includes('--check')) check();
else if (held >= 0) await heldOut(process.argv[held + 1] ?? '');
else {
  const all = examples();
  const packed = packUrgencyWeights(trainUrgency(all));
  writeFileSync(
    TARGET,
    '/** Weights of the urgency model, written by infra/tools/train-urgency.ts, packed by `packUrgencyWeights`. */\n' +
      `export const URGENCY_WEIGHTS =\n  '${packed}';\n`,
  );
  console.log(`${all.length} texts, ${all.filter(({ kind }) => kind !== null).length} of them urgent`);
}
