/**
 * Learns the urgency model from the labelled letters and from training/urgency/lines.jsonl and writes
 * libs/classification/src/urgency-weights.ts. Same texts, same weights. Run from the root of the repository.
 * `--check` cross-validates instead; `--held-out FILE` only counts what the shipped model finds in other letters.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { UrgencyKind } from '@kotae/kernel';
import { findUrgency } from '../../libs/classification/src/urgency';
import { crossValidateUrgency } from '../../libs/classification/src/urgency-check';
import { packUrgencyWeights } from '../../libs/classification/src/urgency-model';
import { URGENT_FROM } from '../../libs/classification/src/urgency-score';
import { trainUrgency, type UrgencyExample } from '../../libs/classification/src/urgency-training';

const TRAINING = 'libs/classification/training';
const TARGET = 'libs/classification/src/urgency-weights.ts';

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

function examples(): UrgencyExample[] {
  const names = readdirSync(TRAINING).filter((name) => name.endsWith('.jsonl'));
  const files = ['data/letters.jsonl', ...names.sort().map((name) => `${TRAINING}/${name}`)];
  const letters = files.flatMap((file) =>
    objectsOf<Letter>(file).map((letter) => ({ text: textOf(letter), kind: letter.urgent, short: false })),
  );
  const lines = objectsOf<{ text: string; kind: UrgencyKind | null }>(`${TRAINING}/urgency/lines.jsonl`);
  return [...lines.map((line) => ({ ...line, short: true })), ...letters];
}

function check(): void {
  const scores = crossValidateUrgency(examples());
  const group = (short: boolean, urgent: boolean): typeof scores =>
    scores.filter(({ example }) => example.short === short && (example.kind !== null) === urgent);
  const share = (of: typeof scores, threshold: number): string => {
    const found = of.filter(({ score }) => score >= threshold).length;
    return `${found}/${of.length} ${((100 * found) / Math.max(1, of.length)).toFixed(1)} %`;
  };
  for (const threshold of [-2.6, -2.4, -2.2, -2.1, -2, -1.9, -1.8, -1.7, -1.6, -1.4, -1]) {
    console.log(
      `≥ ${threshold}: urgent lines ${share(group(true, true), threshold)}, urgent letters ${share(group(false, true), threshold)},` +
        ` hard lines ${share(group(true, false), threshold)}, ordinary letters ${share(group(false, false), threshold)}`,
    );
  }
  const urgent = scores.filter(({ example }) => example.kind !== null);
  console.log(`right kind: ${urgent.filter(({ rightKind }) => rightKind).length}/${urgent.length}`);
  if (!process.argv.includes('--show')) return;
  const misses = urgent.filter(({ score }) => score < URGENT_FROM).sort((a, b) => a.score - b.score);
  const alarms = scores.filter(({ example, score }) => example.kind === null && score >= URGENT_FROM);
  for (const { example, score } of misses)
    console.log('missed', score.toFixed(2), example.kind, example.text.slice(0, 160));
  for (const { example, score } of alarms.sort((a, b) => b.score - a.score).slice(0, 90))
    console.log('alarm', score.toFixed(2), example.text.slice(0, 160).replaceAll('\n', '⏎'));
}

function heldOut(file: string): void {
  const letters = objectsOf<Letter>(file);
  const found = (letter: Letter): boolean =>
    findUrgency(letter.body) !== null || (letter.subject !== null && findUrgency(letter.subject) !== null);
  const urgent = letters.filter((letter) => (letter.urgent ?? null) !== null);
  const calm = letters.filter((letter) => (letter.urgent ?? null) === null);
  console.log(`urgent found ${urgent.filter(found).length}/${urgent.length}`);
  console.log(`false alarms ${calm.filter(found).length}/${calm.length}`);
}

const held = process.argv.indexOf('--held-out');
if (process.argv.includes('--check')) check();
else if (held >= 0) heldOut(process.argv[held + 1] ?? '');
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
