import { Inject, Injectable } from '@nestjs/common';
import type { DefinitionView } from '@kotae/contracts';
import {
  FORMULA_LABELS,
  changesOf,
  chooseFormula,
  countingSentence,
  findIndicator,
  findPlan,
  targetFor,
  versionOf,
} from '@kotae/indicators';
import { IndicatorDesk } from './indicator-desk';
import { baselineView, changeView, indicatorChoices, sourceView, targetVersionView } from './definition-view';

/** How an indicator is defined, and every change of it. */
@Injectable()
export class DefinitionDesk {
  constructor(@Inject(IndicatorDesk) private readonly desk: IndicatorDesk) {}

  show(indicatorId: string): Promise<DefinitionView> {
    return this.desk.deps.unitOfWork.run(async ({ indicators: store }) => {
      const indicator = await findIndicator(store, indicatorId);
      const plan = await findPlan(store, indicator.planId);
      const all = await store.indicatorsOf(plan.id);
      const changes = await store.definitionChanges(plan.id);
      const names = await store.sourceNames();
      const closings = await store.closings(plan.id);
      const nameOf = (id: string) => all.find((other) => other.id === id)?.name ?? id;
      const year = this.desk.fiscalYear({});
      return {
        indicatorId,
        planId: plan.id,
        planName: plan.name,
        name: indicator.name,
        unit: indicator.unit ?? '',
        definition: indicator.definition,
        section: indicator.section,
        policy: indicator.policy,
        baseline: baselineView(indicator),
        own: plan.own,
        version: versionOf(changes, 'indicator', indicatorId),
        mode: indicator.mode,
        source: sourceView(indicator.source),
        sentence: countingSentence(indicator, indicator.period ?? plan.period, names, nameOf),
        formula: indicator.formula,
        formulaName: FORMULA_LABELS[chooseFormula(indicator, targetFor(indicator, year))],
        targets: indicator.targets.map(targetVersionView),
        changes: changesOf(changes, indicatorId)
          .map((change) => changeView(change, plan, names, nameOf))
          .reverse(),
        others: all.filter((other) => other.id !== indicatorId).map(({ id, name }) => ({ id, name })),
        lastClosedYear: closings.at(-1)?.fiscalYear ?? null,
        choices: indicatorChoices(),
      };
    });
  }
}
