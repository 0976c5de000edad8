import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  deserialiseModel,
  evaluate,
  findUrgency,
  groupNearDuplicates,
  parseLabelledLetters,
  serialiseModel,
  STANDARD_TOPICS,
  suggest,
  train,
  trainingOpinionsOf,
  type Evaluation,
  type LabelledLetter,
} from '@kotae/classification';
import { findPersonalInformation } from '@kotae/japanese';
import { printEvaluation, shown } from './classification-print';
import { crossValidatedSplitting, overlap, placed } from './classification-spans';

const GIVEN = 'data/letters.jsonl';
const EXTRA = 'libs/classification/training';

/**
 * Measures the suggestions and prints the report. Run from the root of the repository. Classes, topics and splitting are
 * cross-validated over data/letters.jsonl; the letters of libs/classification/training are learnt from and never judged.
 * Urgency, personal information and near-duplicates are hand-made rules, measured on data/letters.jsonl as it is.
 */
export async function run(): Promise<void> {
  const given = parseLabelledLetters(readFileSync(GIVEN, 'utf8'));
  const extra = extraLetters();
  console.log(`letters judged ${given.length}, letters only learnt from ${extra.length}`);

  const figures = crossValidated(given, extra);
  printEvaluation(figures);
  const urgency = urgencyFigures(given);
  const pii = personalInformationFigures(given);
  const splitting = crossValidatedSplitting(given, extra, groupOf);
  const dupF1 = nearDuplicateF1(given);
  const speed = speedFigures(given, extra);

  console.log('\nurgency'.padEnd(28), `recall ${shown(urgency.recall)}  false alarms ${shown(urgency.falseAlarms)}`);
  console.log(
    'personal information'.padEnd(27),
    `recall ${shown(pii.recall)}  precision ${shown(pii.precision)} (a span counts at overlap ≥ 0.5)`,
  );
  console.log('splitting'.padEnd(27), `right number ${shown(splitting.count)}  overlap ${shown(splitting.iou)}`);
  console.log('near-duplicates'.padEnd(27), `pairwise F1 ${shown(dupF1)}`);
  console.log(
    'training'.padEnd(27),
    `${speed.trainedOn} opinions in ${speed.trainSeconds.toFixed(1)} s, model ${speed.megabytes.toFixed(1)} MB`,
  );
  console.log(
    'suggesting'.padEnd(27),
    `${Math.round(speed.perSecond)} submissions a second, memory in use ${Math.round(speed.memory)} MB`,
  );

  console.log(
    [
      '\nclassification',
      `class=${shown(figures.classAccuracy)}`,
      `macroF1=${shown(figures.classMacroF1)}`,
      `proposal=${shown(figures.proposalAccuracy)}`,
      `topic1=${shown(figures.topicTop1)}`,
      `topic3=${shown(figures.topicTop3)}`,
      `urgentRecall=${shown(urgency.recall)}`,
      `urgentFalse=${shown(urgency.falseAlarms)}`,
      `piiRecall=${shown(pii.recall)}`,
      `piiPrecision=${shown(pii.precision)}`,
      `splitCount=${shown(splitting.count)}`,
      `splitIou=${shown(splitting.iou)}`,
      `dupF1=${shown(dupF1)}`,
      `perSecond=${Math.round(speed.perSecond)}`,
    ].join(' '),
  );
}

function extraLetters(): LabelledLetter[] {
  if (!existsSync(EXTRA)) return [];
  return readdirSync(EXTRA)
    .filter((name) => name.startsWith('letters-') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => parseLabelledLetters(readFileSync(`${EXTRA}/${name}`, 'utf8')));
}

function groupOf(letter: LabelledLetter): string {
  return letter.group ?? letter.id;
}

function crossValidated(given: readonly LabelledLetter[], extra: readonly LabelledLetter[]): Evaluation {
  const groups = new Map(given.map((letter) => [letter.body, groupOf(letter)]));
  return evaluate(given.flatMap(trainingOpinionsOf), {
    topics: STANDARD_TOPICS,
    trainingOnly: extra.flatMap(trainingOpinionsOf),
    groupOf: (sample) => groups.get(sample.context ?? '') ?? sample.text,
  });
}

function urgencyFigures(letters: readonly LabelledLetter[]): { recall: number; falseAlarms: number } {
  const found = (letter: LabelledLetter): boolean =>
    findUrgency(letter.body) !== null || (letter.subject !== null && findUrgency(letter.subject) !== null);
  const urgent = letters.filter((letter) => (letter.urgent ?? null) !== null);
  const calm = letters.filter((letter) => (letter.urgent ?? null) === null);
  for (const letter of urgent) if (!found(letter)) console.log(`urgent letter not found: ${letter.id}`);
  return {
    recall: urgent.filter(found).length / Math.max(1, urgent.length),
    falseAlarms: calm.filter(found).length / Math.max(1, calm.length),
  };
}

function personalInformationFigures(letters: readonly LabelledLetter[]): { recall: number; precision: number } {
  let labelled = 0;
  let recalled = 0;
  let proposed = 0;
  let right = 0;
  for (const { body, pii } of letters) {
    const wanted = placed(
      body,
      (pii ?? []).map((span) => span.text),
    );
    const found = findPersonalInformation(body);
    const same = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
      overlap(a, b) >= 0.5;
    labelled += wanted.length;
    recalled += wanted.filter((span) => found.some((other) => same(span, other))).length;
    proposed += found.length;
    // A name written twice is labelled once; finding it the second time is right as well.
    right += found.filter((span) => wanted.some((other) => same(span, other) || other.text === span.text)).length;
  }
  return { recall: recalled / Math.max(1, labelled), precision: right / Math.max(1, proposed) };
}

function nearDuplicateF1(letters: readonly LabelledLetter[]): number {
  const pairs = (groups: readonly (readonly string[])[]): Set<string> =>
    new Set(groups.flatMap((ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => `${a} ${b}`))));
  const labelled = new Map<string, string[]>();
  for (const { id, group } of letters) if (group != null) labelled.set(group, [...(labelled.get(group) ?? []), id]);
  const wanted = pairs([...labelled.values()]);
  const found = pairs(groupNearDuplicates(letters.map(({ id, body }) => ({ id, text: body }))));
  const both = [...found].filter((pair) => wanted.has(pair)).length;
  return (2 * both) / Math.max(1, wanted.size + found.size);
}

function speedFigures(given: readonly LabelledLetter[], extra: readonly LabelledLetter[]) {
  const samples = [...given, ...extra].flatMap(trainingOpinionsOf);
  const started = performance.now();
  const bytes = serialiseModel(train(samples, { version: 'bench', trainedAt: '', topics: STANDARD_TOPICS }));
  const trainSeconds = (performance.now() - started) / 1000;
  const model = deserialiseModel(bytes);
  const read = (letter: LabelledLetter): void => {
    suggest(model, STANDARD_TOPICS, { subject: letter.subject, body: letter.body, channel: null });
  };
  given.slice(0, 100).forEach(read);
  const from = performance.now();
  given.forEach(read);
  const perSecond = given.length / ((performance.now() - from) / 1000);
  const memory = memoryInUse() / 1e6;
  return { trainedOn: samples.length, trainSeconds, megabytes: bytes.length / 1e6, perSecond, memory };
}

/** Bytes that are really held, after the garbage of the measurements above is collected. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
