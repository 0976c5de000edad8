import { DomainError, actorName, newId, type Actor, type FieldProblem } from '@kotae/kernel';
import { withSource } from './change-definition';
import type { DefinitionChange } from './definition-change';
import { findPlan } from './find';
import type { FormulaName } from './formula-names';
import { baselineFrom, textProblems, wordsProblems, type IndicatorWords } from './indicator-words';
import type { Direction, Indicator, IndicatorMode, Plan } from './model';
import type { IndicatorDeps } from './ports';
import type { IndicatorSource } from './source';
import { targetFrom, targetProblems, type TargetInput } from './target-input';

export interface PlanInput {
  readonly municipality: string;
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A plan of the city's own, without indicators yet. Throws `invalid_input`. */
export async function createPlan(deps: IndicatorDeps, actor: Actor, input: PlanInput): Promise<Plan> {
  const now = deps.clock.now();
  const fields = [...textProblems('name', input.name, true), ...periodProblems(input)];
  if (fields.length > 0) throw new DomainError('invalid_input', '入力を確かめてください。', fields);
  const plan: Plan = {
    id: newId(now.getTime()),
    municipality: input.municipality,
    name: input.name.trim(),
    excerpt: '',
    period: { first: input.firstYear, last: input.lastYear },
    own: true,
    sourceFile: null,
    governance: [],
    notes: [],
  };
  await deps.unitOfWork.run(({ indicators: store }) =>
    store.saveDefinition({ ...head(actor, now, plan.id, plan.id), about: 'plan', before: null, after: plan }),
  );
  return plan;
}

export interface IndicatorInput extends IndicatorWords {
  readonly planId: string;
  readonly mode: IndicatorMode;
  readonly direction: Direction;
  readonly target: TargetInput;
  readonly source: IndicatorSource;
  readonly formula: FormulaName | null;
}

/** An indicator at the end of one of the city's own plans. Throws `not_found`, `wrong_state`, `invalid_input`. */
export async function addIndicator(deps: IndicatorDeps, actor: Actor, input: IndicatorInput): Promise<Indicator> {
  return deps.unitOfWork.alone(input.planId, async ({ indicators: store }) => {
    const now = deps.clock.now();
    const plan = await findPlan(store, input.planId);
    if (!plan.own)
      throw new DomainError('wrong_state', '参考の計画は、印刷されたとおりに見せています。指標は足せません。');
    const all = await store.indicatorsOf(plan.id);
    const fields = [...wordsProblems(input, all), ...targetProblems(input.target, input.mode)];
    if (fields.length > 0) throw new DomainError('invalid_input', '入力を確かめてください。', fields);
    const indicator = withSource(blank(newId(now.getTime()), plan, all, input), plan, all, input);
    await store.saveDefinition({
      ...head(actor, now, plan.id, indicator.id),
      about: 'indicator',
      before: null,
      after: indicator,
    });
    return indicator;
  });
}

function blank(id: string, plan: Plan, all: readonly Indicator[], input: IndicatorInput): Indicator {
  const unit = input.unit.trim() || null;
  const order = Math.max(0, ...all.map((other) => other.order)) + 1;
  return {
    id,
    planId: plan.id,
    order,
    code: String(order),
    kind: 'measure',
    section: input.section.trim(),
    policy: input.policy.trim(),
    name: input.name.trim(),
    definition: input.definition?.trim() || null,
    raw: [],
    unit,
    mode: input.mode,
    modeBasis: 'stated',
    direction: input.direction,
    baseline: baselineFrom(input.baseline, unit),
    targets: [
      { version: 1, fromFiscalYear: null, decidedOn: null, reason: null, target: targetFrom(input.target, unit, null) },
    ],
    formula: input.formula,
    refusal: null,
    period: null,
    source: { kind: 'typed' },
    notes: [],
    relevance: 'direct',
    survey: null,
    statedFormula: null,
    refersTo: [],
    duplicateOf: null,
    quotes: [],
    sourceFile: null,
  };
}

function head(
  actor: Actor,
  recordedAt: Date,
  planId: string,
  aboutId: string,
): Omit<DefinitionChange, 'about' | 'before' | 'after'> {
  const reason = '新しく登録';
  return {
    planId,
    aboutId,
    version: 1,
    kind: 'created',
    reason,
    author: actorName(actor),
    authorId: actor.kind === 'staff' ? actor.staffId : null,
    recordedAt,
  };
}

function periodProblems({ firstYear, lastYear }: PlanInput): FieldProblem[] {
  const message = '年度を西暦4桁で選んでください。';
  const sound = (year: number) => Number.isInteger(year) && year >= 1988 && year <= 2100;
  if (!sound(firstYear)) return [{ field: 'firstYear', message }];
  if (!sound(lastYear)) return [{ field: 'lastYear', message }];
  if (lastYear < firstYear) return [{ field: 'lastYear', message: '終わりの年度は、始まりの年度より前にできません。' }];
  if (lastYear - firstYear >= 30) return [{ field: 'lastYear', message: '計画の期間は、30年までにしてください。' }];
  return [];
}
