import { LIMITS, characters, fiscalYearLabel, type FieldProblem } from '@kotae/kernel';
import { printed, type Baseline, type Indicator } from './model';
import { wholeAmount } from './numbers';

/** A baseline as a person fills it in; without a value and words there is none. */
export interface BaselineInput {
  readonly value: number | null;
  /** The fiscal year the value holds for. */
  readonly fiscalYear: number | null;
  /** As the plan prints it; made from the number when left out. */
  readonly printed?: string | null;
}

/** What an indicator is called and measured in, as a person fills it in. */
export interface IndicatorWords {
  readonly name: string;
  readonly definition: string | null;
  readonly section: string;
  readonly policy: string;
  readonly unit: string;
  readonly baseline: BaselineInput;
}

/** What is wrong with it, field by field, in plain Japanese. `others` are the plan's other indicators. */
export function wordsProblems(input: IndicatorWords, others: readonly Indicator[]): FieldProblem[] {
  const { value, fiscalYear } = input.baseline;
  const fields = [
    ...textProblems('name', input.name, true),
    ...textProblems('unit', input.unit, false),
    ...textProblems('section', input.section, false),
    ...textProblems('policy', input.policy, false),
    ...textProblems('baseline.printed', input.baseline.printed ?? '', false),
  ];
  if (characters(input.definition ?? '') > LIMITS.reason)
    fields.push({ field: 'definition', message: `${LIMITS.reason}文字以内で書いてください。` });
  if (value !== null && (!Number.isFinite(value) || Math.abs(value) > 1e15))
    fields.push({ field: 'baseline.value', message: '数字で入力してください。' });
  if (value === null && fiscalYear !== null && (input.baseline.printed ?? '').trim() === '')
    fields.push({ field: 'baseline.value', message: '基準値の数字を入れるか、年度を「書かない」にしてください。' });
  if (others.some((other) => other.name === input.name.trim()))
    fields.push({ field: 'name', message: '同じ名前の指標が、この計画にあります。' });
  return fields;
}

/** What was filled in, without words that were made from the number before: they are made anew from the new one. */
export function withoutOldWords(before: Baseline | null, input: BaselineInput): BaselineInput {
  const areOld = isNewNumber(before, input) && isMade(before) && areOldWords(before, input);
  return areOld ? { ...input, printed: null } : input;
}

/** Words that the plan prints beside another number than the one that is filled in now: they would contradict it in public. */
export function printedProblems(before: Baseline | null, input: BaselineInput): FieldProblem[] {
  const words = input.printed?.trim() ?? '';
  if (words === '' || !isNewNumber(before, input) || !areOldWords(before, input)) return [];
  const message = `基準値の数字が変わりました。「${words}」を新しい数字に合わせて書き直すか、空にしてください。`;
  return [{ field: 'baseline.printed', message }];
}

export function textProblems(field: string, text: string, required: boolean): FieldProblem[] {
  const length = characters(text.trim());
  if (required && length === 0) return [{ field, message: '名前を書いてください。' }];
  return length > LIMITS.name ? [{ field, message: `${LIMITS.name}文字以内で書いてください。` }] : [];
}

/** The indicator so called; call after `wordsProblems` found none. What was printed and is not touched stays as it is. */
export function worded(before: Indicator, input: IndicatorWords): Indicator {
  const unit = input.unit.trim() || null;
  const moved = <T extends { readonly unit: string | null }>(of: T): T =>
    of.unit === before.unit ? { ...of, unit } : of;
  return {
    ...before,
    name: input.name.trim(),
    definition: input.definition?.trim() || null,
    section: input.section.trim(),
    policy: input.policy.trim(),
    unit,
    baseline: isSame(before, input.baseline, unit)
      ? before.baseline && moved(before.baseline)
      : keepingDay(before.baseline, baselineFrom(input.baseline, unit)),
    targets: before.targets.map((version) => ({ ...version, target: moved(version.target) })),
  };
}

export function baselineFrom(
  { value, fiscalYear, printed: words }: BaselineInput,
  unit: string | null,
): Baseline | null {
  const said = words?.trim() || (value === null ? '' : wholeAmount(value, unit));
  if (said === '') return null;
  return {
    raw: [said],
    value,
    unit,
    comparator: value === null ? null : 'eq',
    valueType: value === null ? 'not_measured' : 'measured',
    asOf: fiscalYear === null ? null : { raw: `（${fiscalYearLabel(fiscalYear)}）`, fiscalYear, date: null },
    other: [],
  };
}

/** A day that is printed more exactly than the year stays while the year stays. */
function keepingDay(before: Baseline | null, after: Baseline | null): Baseline | null {
  const isSameYear = (before?.asOf?.fiscalYear ?? null) === (after?.asOf?.fiscalYear ?? null);
  return after === null || !isSameYear ? after : { ...after, asOf: before?.asOf ?? null };
}

function isSame({ baseline, unit: old }: Indicator, input: BaselineInput, unit: string | null): boolean {
  const areLeftOut = !input.printed?.trim() && isMade(baseline) && old === unit;
  return (
    !isNewNumber(baseline, input) &&
    (baseline?.asOf?.fiscalYear ?? null) === input.fiscalYear &&
    (areLeftOut || areOldWords(baseline, input))
  );
}

function isNewNumber(before: Baseline | null, { value }: BaselineInput): boolean {
  return (before?.value ?? null) !== value;
}

function areOldWords(before: Baseline | null, { printed: words }: BaselineInput): boolean {
  return (words?.trim() ?? '') === printed(before?.raw ?? []).trim();
}

/** Whether the words say the number and nothing else, as `baselineFrom` makes them. */
export function isMade(baseline: Baseline | null): boolean {
  return baseline?.value != null && printed(baseline.raw) === wholeAmount(baseline.value, baseline.unit);
}

/** What of the words is another than before, each as 「名前：前 → 後」 would say it. */
export function changedWords(
  before: Indicator,
  after: Indicator,
): readonly { readonly what: string; readonly before: string; readonly after: string }[] {
  const of: readonly [string, (indicator: Indicator) => string][] = [
    ['名前', (i) => i.name],
    ['説明', (i) => i.definition ?? 'なし'],
    ['単位', (i) => i.unit ?? 'なし'],
    ['大綱・節', (i) => i.section || 'なし'],
    ['施策', (i) => i.policy || 'なし'],
    ['基準値', (i) => baselineWords(i)],
  ];
  return of.flatMap(([what, words]) =>
    words(before) === words(after) ? [] : [{ what, before: words(before), after: words(after) }],
  );
}

/** 「185件（令和6年度）」; the number beside it where the plan prints it otherwise. */
function baselineWords({ baseline, unit }: Indicator): string {
  if (baseline === null) return 'なし';
  const words = printed(baseline.raw);
  const number = baseline.value === null ? '' : wholeAmount(baseline.value, unit);
  const said = words.replace(/\s/g, '') === number || number === '' ? words : `${words}〔${number}〕`;
  return `${said || number || 'なし'}${baseline.asOf?.raw ?? ''}`;
}
