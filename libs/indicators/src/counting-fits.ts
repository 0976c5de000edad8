import type { FieldProblem } from '@kotae/kernel';
import type { Indicator, IndicatorMode, Plan, Target } from './model';
import { printed } from './model';
import type { IndicatorSource } from './source';

/** What about a way of counting can never be compared with the plan, field by field. The newest target is the one to come. */
export function countingProblems(
  indicator: Pick<Indicator, 'targets' | 'period'>,
  plan: Pick<Plan, 'period'>,
  { source, mode }: { readonly source: IndicatorSource; readonly mode: IndicatorMode },
): FieldProblem[] {
  if (mode === 'cross_reference' || mode === 'unspecified')
    return [{ field: 'mode', message: '年度ごとの値をどう見るかを、一覧から選んでください。' }];
  const fields = modeProblems(source, mode);
  if (mode === 'cumulative' && (indicator.period ?? plan.period) === null)
    fields.push({ field: 'mode', message: '計画の期間が書かれていないため、累計にはできません。' });
  const target = newest(indicator.targets);
  return target === null || fields.length > 0 ? fields : targetProblems(target, source, mode);
}

function modeProblems(source: IndicatorSource, mode: IndicatorMode): FieldProblem[] {
  if (source.kind === 'facts' && mode !== 'annual' && mode !== 'cumulative')
    return [{ field: 'mode', message: '意見から数える指標は、年度ごとか累計かを選んでください。' }];
  if (source.kind !== 'formula') return [];
  if (mode === 'milestone')
    return [{ field: 'mode', message: '計算する指標は「策定・実施」にはできません。年度ごとなどを選んでください。' }];
  if (mode === 'cumulative' && source.op !== 'sum')
    return [{ field: 'mode', message: '割合や平均は足し上げられません。年度ごとを選んでください。' }];
  return [];
}

/** A way of counting gives done or not yet, an amount, or a growth: the target must ask for the same. */
function targetProblems(target: Target, source: IndicatorSource, mode: IndicatorMode): FieldProblem[] {
  const now = `いまの目標は「${printed(target.raw) || '策定・実施'}」`;
  if (target.valueType === 'milestone') {
    const way = '先に目標を「言葉だけ」に見直すと、変えられます。';
    if (source.kind === 'facts' || source.kind === 'formula')
      return [{ field: 'kind', message: `${now}で、できたかどうかを人が入力します。${way}` }];
    return mode === 'milestone' ? [] : [{ field: 'mode', message: `${now}で、できたかどうかで見ます。${way}` }];
  }
  if (mode === 'milestone' && target.valueType !== 'words')
    return [
      {
        field: 'mode',
        message: `${now}で、数字で見ます。「策定・実施」にするときは、先に目標を「言葉だけ」に見直してください。`,
      },
    ];
  if (target.valueType === 'relative_to_previous_year' && mode === 'cumulative')
    return [{ field: 'mode', message: `${now}で、前の年度と比べます。累計にはできません。` }];
  if (target.valueType === 'relative_to_baseline' && (mode === 'cumulative' || mode === 'yoy_change'))
    return [{ field: 'mode', message: `${now}で、基準値と比べます。累計や前年比にはできません。` }];
  return [];
}

function newest(targets: Indicator['targets']): Target | null {
  return (
    targets.reduce<Indicator['targets'][number] | null>((a, b) => (a === null || b.version > a.version ? b : a), null)
      ?.target ?? null
  );
}
