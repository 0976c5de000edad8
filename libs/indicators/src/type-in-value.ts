import {
  DomainError,
  LIMITS,
  actorName,
  characters,
  fiscalYearLabel,
  fiscalYearOf,
  newId,
  today,
  type Actor,
  type FieldProblem,
} from '@kotae/kernel';
import { aloneWith } from './find';
import type { Indicator } from './model';
import type { IndicatorDeps } from './ports';
import type { TypedValue } from './typed-value';

/** Far above any number a plan prints, and exact in a double. */
export const TYPED_VALUE_MAX = 1e15;

export interface TypeInValueInput {
  readonly indicatorId: string;
  readonly fiscalYear: number;
  /** Null takes the year's value back. */
  readonly value: number | null;
  /** As the source prints it, e.g. 「概ね50%」. */
  readonly printed?: string | null;
  readonly sourceText: string;
  readonly origin?: TypedValue['origin'];
}

/**
 * Appends a yearly value with its source and author; earlier ones stay. A closed year may be corrected: the closing keeps
 * its number and the page shows both. Throws `not_found`, `wrong_state` (the indicator counts by itself), `invalid_input`.
 */
export async function typeInValue(deps: IndicatorDeps, actor: Actor, input: TypeInValueInput): Promise<TypedValue> {
  return aloneWith(deps, input.indicatorId, async (store, indicator) => {
    refuseAutomatic(indicator);
    const now = deps.clock.now();
    const fields = problemsOf(indicator, input, fiscalYearOf(today(deps.clock)));
    if (fields.length > 0) throw new DomainError('invalid_input', '入力を確かめてください。', fields);
    const value: TypedValue = {
      id: newId(now.getTime()),
      indicatorId: indicator.id,
      fiscalYear: input.fiscalYear,
      value: input.value,
      printed: input.printed?.trim() || null,
      sourceText: input.sourceText.trim(),
      origin: input.origin ?? 'typed',
      author: actorName(actor),
      authorId: actor.kind === 'staff' ? actor.staffId : null,
      recordedAt: now,
    };
    await store.appendTypedValues([value]);
    return value;
  });
}

function refuseAutomatic(indicator: Indicator): void {
  if (indicator.source.kind === 'facts')
    throw new DomainError('wrong_state', 'この指標は意見から自動で数えるため、入力できません。');
  if (indicator.source.kind === 'formula')
    throw new DomainError('wrong_state', 'この指標は他の指標から計算するため、入力できません。');
  if (indicator.mode === 'cross_reference')
    throw new DomainError('wrong_state', 'この行は他の指標を指しています。値はその指標に入力してください。');
}

function problemsOf(indicator: Indicator, input: TypeInValueInput, currentYear: number): FieldProblem[] {
  const fields: FieldProblem[] = [];
  const { fiscalYear, value } = input;
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1988)
    fields.push({ field: 'fiscalYear', message: '年度を西暦4桁で選んでください。' });
  else if (fiscalYear > currentYear)
    fields.push({
      field: 'fiscalYear',
      message: `まだ始まっていない年度です。${fiscalYearLabel(currentYear)}までの値を入れられます。`,
    });
  if (value !== null && (!Number.isFinite(value) || Math.abs(value) > TYPED_VALUE_MAX))
    fields.push({ field: 'value', message: '数字で入力してください。' });
  else if (indicator.mode === 'milestone' && value !== null && value !== 0 && value !== 1)
    fields.push({ field: 'value', message: '「できた」か「まだ」を選んでください。' });
  const printed = characters(input.printed?.trim() ?? '');
  if (printed > LIMITS.printedValue)
    fields.push({
      field: 'printed',
      message: `${LIMITS.printedValue}文字以内で書いてください（いま${printed}文字）。`,
    });
  const length = characters(input.sourceText.trim());
  if (length === 0)
    fields.push({
      field: 'sourceText',
      message: 'どこから得た数字かを書いてください（例：令和7年度 対話事業アンケート集計）。',
    });
  else if (length > LIMITS.valueSource)
    fields.push({
      field: 'sourceText',
      message: `${LIMITS.valueSource}文字以内で書いてください（いま${length}文字）。`,
    });
  return fields;
}
