import {
  DomainError,
  dayOf,
  fiscalYearLabel,
  isDay,
  type Actor,
  type DayString,
  type FieldProblem,
} from '@kotae/kernel';
import { changeIndicator, closedYearProblem, lastClosedYear, type ChangeRequest } from './change-definition';
import type { IndicatorChange } from './definition-change';
import { printed, type Target } from './model';
import type { IndicatorDeps } from './ports';
import { targetFrom, targetProblems, type TargetInput } from './target-input';

export interface TargetRevision extends ChangeRequest, TargetInput {
  /** From this fiscal year on. */
  readonly fromFiscalYear: number;
  /** When the city decided; today when left out. */
  readonly decidedOn?: DayString | null;
}

/**
 * 目標値の見直し: a new version beside the old ones, in force from a fiscal year on. Closed years are judged by the target
 * they were closed with. Throws `not_found`, `wrong_state` (a reference plan), `stale`, `invalid_input`.
 */
export function reviseTarget(deps: IndicatorDeps, actor: Actor, input: TargetRevision): Promise<IndicatorChange> {
  return changeIndicator(deps, actor, 'target', input, async (before, plan, store) => {
    if (!plan.own)
      throw new DomainError('wrong_state', '参考の計画は、印刷されたとおりに見せています。目標は変えられません。');
    const closed = await lastClosedYear(store, plan.id);
    const fields: FieldProblem[] = [
      ...targetProblems(input, before.mode),
      ...(isYear(input.fromFiscalYear)
        ? []
        : [{ field: 'fromFiscalYear', message: '年度を西暦4桁で選んでください。' }]),
      ...closedYearProblem('fromFiscalYear', input.fromFiscalYear, closed),
    ];
    if (input.decidedOn != null && !isDay(input.decidedOn))
      fields.push({ field: 'decidedOn', message: '日付を確かめてください。' });
    if (fields.length > 0) throw new DomainError('invalid_input', '入力を確かめてください。', fields);
    const last = before.targets.at(-1) ?? null;
    const target = targetFrom(input, before.unit, last?.target.period ?? null);
    const version = Math.max(0, ...before.targets.map((v) => v.version)) + 1;
    const after = {
      ...before,
      targets: [
        ...before.targets,
        {
          version,
          fromFiscalYear: input.fromFiscalYear,
          decidedOn: input.decidedOn ?? dayOf(deps.clock.now()),
          reason: input.reason.trim(),
          target,
        },
      ],
    };
    const year = fiscalYearLabel(input.fromFiscalYear);
    return {
      after,
      note: `目標を見直しました。${year}から${printed(target.raw)}（それまでは${shown(last?.target ?? null)}）。`,
    };
  });
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1988 && year <= 2100;
}

function shown(target: Target | null): string {
  return target === null ? '目標なし' : printed(target.raw) || '目標なし';
}
