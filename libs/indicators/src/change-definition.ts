import {
  DomainError,
  LIMITS,
  actorName,
  characters,
  dayOf,
  fiscalYearLabel,
  japaneseDate,
  type Actor,
  type FieldProblem,
} from '@kotae/kernel';
import { countingProblems } from './counting-fits';
import { FORMULA_LABELS, type FormulaName } from './formula-names';
import { versionOf, type DefinitionChangeKind, type IndicatorChange } from './definition-change';
import { aloneWith, findPlan } from './find';
import { circleThrough } from './formula-circle';
import type { Indicator, IndicatorMode, Note, Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';
import { checkSource, type IndicatorSource } from './source';
import { countingSentence } from './source-words';

/** What every change of a definition carries: the version it was made from, and why. */
export interface ChangeRequest {
  readonly indicatorId: string;
  readonly version: number;
  readonly reason: string;
}

export interface SourceChange extends ChangeRequest {
  readonly source: IndicatorSource;
  readonly mode: IndicatorMode;
}

/**
 * Changes how an indicator is counted. Closed years keep their numbers; the way it was counted before stays on record and
 * is named in a note. Throws `not_found`, `stale`, `invalid_input`.
 */
export function changeSource(deps: IndicatorDeps, actor: Actor, input: SourceChange): Promise<IndicatorChange> {
  return changeIndicator(deps, actor, 'source', input, async (before, plan, store) => {
    const all = await store.indicatorsOf(plan.id);
    const after = withSource(before, plan, all, input);
    const nameOf = (id: string) => all.find((other) => other.id === id)?.name ?? id;
    const old = countingSentence(before, before.period ?? plan.period, await store.sourceNames(), nameOf);
    return { after, note: `数え方を変えました。前の数え方：${old}` };
  });
}

/** Chooses the formula of an indicator's achievement; null leaves it to the default rule. Throws as `changeSource`. */
export function changeFormula(
  deps: IndicatorDeps,
  actor: Actor,
  input: ChangeRequest & { readonly formula: FormulaName | null },
): Promise<IndicatorChange> {
  return changeIndicator(deps, actor, 'formula', input, async (before) => {
    if (before.formula === input.formula) throw same('formula', 'いまと同じ見方です。');
    const name = input.formula === null ? '自動で選ぶ' : FORMULA_LABELS[input.formula];
    return { after: { ...before, formula: input.formula }, note: `達成の見方を「${name}」に変えました。` };
  });
}

/** The indicator with another source. Throws `invalid_input` for a source that can never give a number. */
export function withSource(
  before: Indicator,
  plan: Plan,
  all: readonly Indicator[],
  { source, mode }: Pick<SourceChange, 'source' | 'mode'>,
): Indicator {
  checkSource(before.id, source);
  const after: Indicator = { ...before, source, mode };
  const fields = countingProblems(before, plan, { source, mode });
  if (source.kind === 'formula') {
    const others = [...all.filter((other) => other.id !== before.id), after];
    const unknown = source.indicatorIds.some((id) => !others.some((other) => other.id === id));
    if (unknown) fields.push({ field: 'indicatorIds', message: 'この計画にある指標を選んでください。' });
    const circle = circleThrough(before.id, others);
    if (circle !== null) fields.push({ field: 'indicatorIds', message: circleWords(circle, others) });
  }
  if (fields.length > 0) throw new DomainError('invalid_input', '数え方を確かめてください。', fields);
  return after;
}

/** Runs one change of one indicator: looks at the version, keeps before and after, adds the note. */
export async function changeIndicator(
  deps: IndicatorDeps,
  actor: Actor,
  kind: DefinitionChangeKind,
  input: ChangeRequest,
  change: (
    before: Indicator,
    plan: Plan,
    store: IndicatorStore,
  ) => Promise<{ readonly after: Indicator; readonly note: string | null }>,
): Promise<IndicatorChange> {
  const reason = input.reason.trim();
  checkReason(reason);
  return aloneWith(deps, input.indicatorId, async (store, before) => {
    const plan = await findPlan(store, before.planId);
    const version = versionOf(await store.definitionChanges(plan.id), 'indicator', before.id);
    if (version !== input.version)
      throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
    const { after, note } = await change(before, plan, store);
    const now = deps.clock.now();
    const saved: IndicatorChange = {
      about: 'indicator',
      planId: plan.id,
      aboutId: before.id,
      version: version + 1,
      kind,
      before,
      after: note === null ? after : { ...after, notes: [...after.notes, noteOf(now, note)] },
      reason,
      author: actorName(actor),
      authorId: actor.kind === 'staff' ? actor.staffId : null,
      recordedAt: now,
    };
    await store.saveDefinition(saved);
    return saved;
  });
}

export function checkReason(reason: string): void {
  const length = characters(reason);
  if (length > 0 && length <= LIMITS.reason) return;
  const message = length === 0 ? '理由を書いてください。' : `${LIMITS.reason}文字以内で書いてください。`;
  throw new DomainError('invalid_input', '理由を確かめてください。', [{ field: 'reason', message }]);
}

/** The newest year that a plan has closed; null when none is. */
export async function lastClosedYear(store: IndicatorStore, planId: string): Promise<number | null> {
  const years = (await store.closings(planId)).map((closing) => closing.fiscalYear);
  return years.length === 0 ? null : Math.max(...years);
}

/** Refuses what would speak about a closed year. */
export function closedYearProblem(field: string, from: number | null, closed: number | null): FieldProblem[] {
  if (closed === null || (from !== null && from > closed)) return [];
  return [
    {
      field,
      message: `${fiscalYearLabel(closed)}はすでに締めています。${fiscalYearLabel(closed + 1)}以降を選んでください。`,
    },
  ];
}

/** Stands on the residents' page too, so it says what and when; why stays in the city's own record. */
function noteOf(at: Date, words: string): Note {
  return { id: null, about: 'indicator', text: '', japanese: `${japaneseDate(dayOf(at))}に${words}` };
}

function circleWords(circle: readonly string[], indicators: readonly Indicator[]): string {
  const names = circle.map((id) => `「${indicators.find((i) => i.id === id)?.name ?? id}」`);
  return `計算がぐるりと回って自分に戻ります：${names.join('→')}。どれかを外してください。`;
}

function same(field: string, message: string): DomainError {
  return new DomainError('invalid_input', message, [{ field, message }]);
}
