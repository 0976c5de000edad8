import type { CalibrationBin, Confusion, Evaluation } from '@kotae/classification';

/** A share with three decimals. */
export function shown(share: number): string {
  return share.toFixed(3);
}

/** Prints what cross-validation found: figures, confusion tables, and how far the confidence can be believed. */
export function printEvaluation(figures: Evaluation): void {
  console.log(`opinions judged ${figures.opinions}`);
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
