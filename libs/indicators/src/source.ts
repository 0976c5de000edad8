import { DomainError, type Channel, type FieldProblem, type OpinionClass, type Outcome } from '@kotae/kernel';

/**
 * A filter over counted facts. `class` counts opinions on the day they were received, by their class;
 * `outcome` counts them on the day their outcome holds. A list that is left out does not restrict.
 */
export interface CountFilter {
  readonly measure: 'class' | 'outcome';
  readonly classes?: readonly OpinionClass[];
  readonly outcomes?: readonly Outcome[];
  readonly channels?: readonly Channel[];
  readonly topics?: readonly string[];
  readonly sectionIds?: readonly string[];
  readonly districts?: readonly string[];
}

/** How one indicator is worked out from others of its plan; see formula.ts. */
export const FORMULA_OPS = ['share_met', 'mean_achievement', 'sum', 'ratio'] as const;
export type FormulaOp = (typeof FORMULA_OPS)[number];

export const FORMULA_OP_LABELS: Readonly<Record<FormulaOp, string>> = {
  share_met: '目標に届いている指標の割合',
  mean_achievement: '達成度（％）の平均',
  sum: '値の合計',
  ratio: '1つ目÷2つ目の割合（％）',
};

/** Where an indicator's actual values come from, as data. */
export type IndicatorSource =
  | ({ readonly kind: 'facts' } & CountFilter)
  | { readonly kind: 'typed' }
  | { readonly kind: 'imported' }
  | { readonly kind: 'formula'; readonly op: FormulaOp; readonly indicatorIds: readonly string[] };

export const SOURCE_LABELS: Readonly<Record<IndicatorSource['kind'], string>> = {
  facts: '意見から自動で数えます',
  typed: '担当者が入力します',
  imported: '取り込んだ表の値です',
  formula: '他の指標から計算します',
};

/** Refuses a source that can never give a number. Throws `invalid_input` with one problem per field. */
export function checkSource(indicatorId: string, source: IndicatorSource): void {
  const fields: FieldProblem[] = [];
  if (source.kind === 'facts') {
    if (source.measure === 'class' && source.outcomes !== undefined)
      fields.push({ field: 'outcomes', message: '分類で数える指標では、対応の種別は選べません。' });
    if (source.measure === 'outcome' && (source.outcomes ?? []).length === 0)
      fields.push({ field: 'outcomes', message: '数える対応の種別を1つ以上選んでください。' });
    for (const field of ['classes', 'outcomes', 'channels', 'topics', 'sectionIds', 'districts'] as const)
      if (source[field]?.length === 0) fields.push({ field, message: '1つ以上選ぶか、条件を外してください。' });
  }
  if (source.kind === 'formula') {
    if (source.indicatorIds.length === 0)
      fields.push({ field: 'indicatorIds', message: '計算のもとになる指標を1つ以上選んでください。' });
    if (source.indicatorIds.includes(indicatorId))
      fields.push({ field: 'indicatorIds', message: '自分自身は計算のもとにできません。' });
    if (new Set(source.indicatorIds).size !== source.indicatorIds.length)
      fields.push({ field: 'indicatorIds', message: '同じ指標が2回選ばれています。' });
    if (source.op === 'ratio' && source.indicatorIds.length > 0 && source.indicatorIds.length !== 2)
      fields.push({ field: 'indicatorIds', message: '割合は、割られる指標と割る指標の2つから計算します。' });
  }
  if (fields.length > 0) throw new DomainError('invalid_input', '値の出どころを確かめてください。', dedupe(fields));
}

function dedupe(fields: readonly FieldProblem[]): FieldProblem[] {
  return [...new Map(fields.map((f) => [`${f.field}\n${f.message}`, f])).values()];
}
