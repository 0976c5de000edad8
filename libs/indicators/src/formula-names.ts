/** Every way an achievement is worked out, with the name that stands beside the number. */
export const FORMULA_NAMES = ['ratio', 'gap', 'met', 'range', 'milestone', 'growth'] as const;
export type FormulaName = (typeof FORMULA_NAMES)[number];

export const FORMULA_LABELS: Readonly<Record<FormulaName, string>> = {
  ratio: '実績÷目標',
  gap: '（実績−基準）÷（目標−基準）',
  met: '達成・未達成',
  range: '目標の幅に入っているか',
  milestone: '策定・実施の有無',
  growth: '前年比',
};
