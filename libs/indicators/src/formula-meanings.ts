import type { FormulaName } from './formula-names';

/** What a formula's number says, for readers who meet its name in a report. */
export const FORMULA_MEANINGS: Readonly<Record<FormulaName, string>> = {
  ratio: '目標の何%まで来たか。100%を超えることもあります。',
  gap: '基準から目標までの道のりの何%を進んだか。後退すると負になります。',
  met: '目標を満たしているかどうかだけを見ます。割合は出しません。',
  range: '目標の幅の中にあるかどうかだけを見ます。割合は出しません。',
  milestone: '策定・実施ができたかどうかだけを見ます。割合は出しません。',
  growth: '前の年度からの増減を、目標の増減と比べます。',
};
