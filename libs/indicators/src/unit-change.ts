import type { FieldProblem } from '@kotae/kernel';
import { keptYears } from './kept-years';
import type { Indicator } from './model';
import type { IndicatorStore } from './ports';
import { rescales } from './rescaling';
import { newestByYear } from './typed-value';
import { yearUnit } from './units';

/**
 * Refuses another scale for numbers that stand: they would be read, and summed up, as what they are not. Opinions are counted
 * one by one, whatever is closed.
 */
export async function unitProblems(store: IndicatorStore, before: Indicator, unit: string): Promise<FieldProblem[]> {
  const is = yearUnit({ ...before, unit: unit.trim() || null });
  const was = yearUnit(before);
  if (is === was) return [];
  if (before.source.kind === 'facts' && rescales('件', is))
    return [{ field: 'unit', message: '意見は1件ずつ数えます。件や通のように、1件ずつ数える単位にしてください。' }];
  const closed = keptYears(await store.closings(before.planId), before.id).filter(
    ({ figure }) => figure.yearValue !== null || figure.value !== null,
  );
  const typed = newestByYear(await store.typedValues([before.id])).filter(({ value }) => value !== null);
  if (closed.length === 0 && typed.length === 0) return [];
  const stood = [was, ...closed.flatMap(({ definition }) => (definition === undefined ? [] : [yearUnit(definition)]))];
  const other = stood.find((old) => rescales(old, is));
  if (other === undefined) return [];
  return [
    {
      field: 'unit',
      message: `単位を「${other || 'なし'}」から「${is ?? 'なし'}」に変えると、これまでの値が別の数になってしまいます。この単位では、新しい指標を登録してください。`,
    },
  ];
}
