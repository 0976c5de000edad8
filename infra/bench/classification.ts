import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  assessModel,
  evaluate,
  parseLabelledLetters,
  splitOpinions,
  STANDARD_TOPICS,
  trainingOpinionsOf,
  type CrossValidationOptions,
  type Evaluation,
  type LabelledLetter,
  type Model,
} from '@kotae/classification';
import { printEvaluation, printRules, shown } from './classification-print';
import { nearDuplicateF1, personalInformationFigures, urgencyFigures } from './classification-rules';
import { crossValidatedSplitting, splittingFigures } from './classification-spans';
import { readingSpeed, trained } from './classification-speed';
import { runWithVoice } from './classification-voice';

const GIVEN = 'data/letters.jsonl';
const EXTRA = 'libs/classification/training';
/** The oldest first; the totals of the last one have been looked at least often. */
const HELD_OUT = ['libs/classification/evaluation/letters-f.jsonl', 'libs/classification/evaluation/letters-m.jsonl'];

/**
 * Measures the suggestions and prints the report, in two parts. Run from the root of the repository.
 *
 * 1. Cross-validation over data/letters.jsonl; the letters of libs/classification/training are learnt from and never judged.
 *    Rules made by hand are measured on letters their authors have read: their figures here flatter.
 * 2. Held out: the model that is shipped, and the rules, on letters by independent writers which nobody who works on
 *    the model or the rules has read and nothing learns from. Only totals are printed, so that it stays so.
 *
 * With a second voice (`KOTAE_SECOND_VOICE_URL`) a third part judges it in the same way, alone and together with the model.
 * The last line gives the figures of the last held-out file.
 */
export async function run(): Promise<void> {
  const given = readLetters(GIVEN);
  const extra = extraLetters();
  const heldOut = HELD_OUT.map((file) => ({ file, letters: readLetters(file) }));
  console.log(
    `letters given ${given.length}, only learnt from ${extra.length}, held out ${heldOut.map(({ letters }) => letters.length).join(' and ')}`,
  );

  console.log(`\n== cross-validation over ${GIVEN} (rules: on letters their authors have read)`);
  printEvaluation(crossValidated(given, extra));
  printRules({
    urgency: urgencyFigures(given),
    pii: personalInformationFigures(given),
    splitting: crossValidatedSplitting(given, extra, groupOf),
    dupF1: nearDuplicateF1(given),
  });

  const { model, trainSeconds, megabytes } = trained([...given, ...extra].flatMap(trainingOpinionsOf));
  const judged = heldOut.map(({ file, letters }) => {
    console.log(`\n== held out: ${file}, judged by the model trained on all the others`);
    return judgedBy(model, letters);
  });
  const { figures, urgency, pii, splitting, dupF1 } = judged.at(-1)!;

  const unseen = heldOut.flatMap(({ letters }) => letters);
  await runWithVoice(model, { unseen, given }, crossValidation(given, extra));

  const speed = readingSpeed(model, given);
  console.log(`\n== the model trained on all but the held-out letters`);
  console.log(
    'training'.padEnd(27),
    `${model.trainedOn} opinions in ${trainSeconds.toFixed(1)} s, model ${megabytes.toFixed(1)} MB`,
  );
  console.log(
    'suggesting'.padEnd(27),
    `${Math.round(speed.perSecond)} submissions a second, memory in use ${Math.round(speed.memoryMegabytes)} MB`,
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

function judgedBy(model: Model, letters: readonly LabelledLetter[]) {
  const figures = assessModel(model, letters.flatMap(trainingOpinionsOf), STANDARD_TOPICS);
  printEvaluation(figures);
  const urgency = urgencyFigures(letters);
  const pii = personalInformationFigures(letters);
  const splitting = splittingFigures(letters, (letter) => splitOpinions(letter.body));
  const dupF1 = nearDuplicateF1(letters);
  printRules({ urgency, pii, splitting, dupF1 });
  return { figures, urgency, pii, splitting, dupF1 };
}

function readLetters(file: string): LabelledLetter[] {
  return parseLabelledLetters(readFileSync(file, 'utf8'));
}

function extraLetters(): LabelledLetter[] {
  if (!existsSync(EXTRA)) return [];
  return readdirSync(EXTRA)
    .filter((name) => name.startsWith('letters-') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLetters(`${EXTRA}/${name}`));
}

function groupOf(letter: LabelledLetter): string {
  return letter.group ?? letter.id;
}

function crossValidated(given: readonly LabelledLetter[], extra: readonly LabelledLetter[]): Evaluation {
  return evaluate(given.flatMap(trainingOpinionsOf), crossValidation(given, extra));
}

function crossValidation(given: readonly LabelledLetter[], extra: readonly LabelledLetter[]): CrossValidationOptions {
  const groups = new Map(given.map((letter) => [letter.body, groupOf(letter)]));
  return {
    topics: STANDARD_TOPICS,
    trainingOnly: extra.flatMap(trainingOpinionsOf),
    groupOf: (sample) => groups.get(sample.context ?? '') ?? sample.text,
  };
}
