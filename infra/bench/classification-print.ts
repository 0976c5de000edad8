import type { CalibrationBin, Confusion, Evaluation } from '@kotae/classification';
import type { PersonalInformationFigures, UrgencyFigures } from './classification-rules';

/** A share with three decimals. */
export function shown(share: number): string {
  return share.toFixed(3);
}

/** Prints what cross-validation found: figures, confusion tables, and how far the confidence can be believed. */
export function printEvaluation(figures: Evaluation): void {
  console.log(`opinions judged ${figures.opinions}`);
  console.log(
    `class ${shown(figures.classAccuracy)}  macro-F1 ${shown(figures.classMacroF1)}  proposal ${shown(figures.proposalAccuracy)}` +
      `  topic ${shown(figures.topicTop1)}  among the first three ${shown(figures.topicTop3)}`,
  );
  console.log('\nclass                       count  precision  recall  F1');
  for (const { code, count, precision, recall, f1 } of figures.perClass)
    console.log(code.padEnd(26), String(count).padStart(6), `    ${shown(precision)}   ${shown(recall)}  ${shown(f1)}`);
  console.log(`subtype of operations_improvement: ${shown(figures.subtypeAccuracy)}`);
  printConfusion('class', figures.classConfusion);
  console.log('\ntopic                       count  right');
  for (const { code, count, right } of figures.perTopic)
    console.log(code.padEnd(26), String(count).padStart(6), `  ${shown(right)}`);
  printConfusion('topic', figures.topicConfusion);
  printCalibration('class', figures.classCalibration);
  printCalibration('topic', figures.topicCalibration);
}

function printConfusion(name: string, { labels, table }: Confusion): void {
  console.log(`\n${name}: decided (rows) against suggested (columns, in the same order)`);
  labels.forEach((label, i) => {
    console.log(label.padEnd(24), table[i]!.map((count) => (count === 0 ? '·' : String(count)).padStart(4)).join(''));
  });
}

function printCalibration(name: string, bins: readonly CalibrationBin[]): void {
  console.log(`\n${name}: said … was right (n)`);
  for (const { from, to, count, said, right } of bins)
    console.log(`${from.toFixed(2)}–${to.toFixed(2)}   said ${shown(said)}   right ${shown(right)}   n ${count}`);
}

/** Prints what the rules and the splitter find; totals only. */
export function printRules(figures: {
  readonly urgency: UrgencyFigures;
  readonly pii: PersonalInformationFigures;
  readonly splitting: { readonly count: number; readonly iou: number };
  readonly dupF1: number;
}): void {
  const { urgency, pii, splitting, dupF1 } = figures;
  console.log(
    '\nurgency'.padEnd(28),
    `recall ${shown(urgency.recall)} of ${urgency.urgent}  false alarms ${shown(urgency.falseAlarms)}`,
  );
  console.log(
    'personal information'.padEnd(27),
    `recall ${shown(pii.recall)}  precision ${shown(pii.precision)} (a span counts at overlap ≥ 0.5)`,
  );
  for (const [kind, { labelled, recalled, proposed, right }] of [...pii.perKind].sort())
    console.log(
      `  ${kind}`.padEnd(27),
      `found ${recalled} of ${labelled} labelled, right ${right} of ${proposed} proposed`,
    );
  console.log('splitting'.padEnd(27), `right number ${shown(splitting.count)}  overlap ${shown(splitting.iou)}`);
  console.log('near-duplicates'.padEnd(27), `pairwise F1 ${shown(dupF1)}`);
}
