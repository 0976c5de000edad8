import { Inject, Injectable } from '@nestjs/common';
import type {
  ClosedIndicatorYear,
  ClosingLook,
  ClosingView,
  PlanClosings,
  RestatedOpinion,
  RestatedOpinions,
} from '@kotae/contracts';
import {
  closeFiscalYear,
  closedYears,
  closedYearsOf,
  countingSentence,
  findPlan,
  previewClosing,
  restatedFigure,
  stepWords,
  type Plan,
  type RestatedFigure,
} from '@kotae/indicators';
import { DomainError, fiscalYearLabel, fiscalYearOf, today, type Clock, type DayString } from '@kotae/kernel';
import { readCountedSteps, readOpinionsShown } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { excerptOf, readsOriginal, textFor } from '../masking/who-sees-what';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import { closedIndicatorYear, closedNumberView, closingView, countedStateView, figureView } from './closing-views';
import { IndicatorDesk } from './indicator-desk';

/** Opinions of a restatement shown on one page. */
const OPINIONS_SHOWN = 200;

/** Closed fiscal years: what would be frozen, what was, and what has changed since. */
@Injectable()
export class ClosingDesk {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(IndicatorDesk) private readonly desk: IndicatorDesk,
  ) {}

  async ofPlan(planId: string): Promise<PlanClosings> {
    const { plan, years } = await closedYears(this.desk.deps, planId);
    const closed = years.map((year) => ({
      ...closingView(year),
      changed: year.numbers.filter((number) => number.restated || number.otherwise !== null).map(closedNumberView),
    }));
    const open = yearsOver(plan, today(this.clock)).filter((year) => !closed.some((c) => c.fiscalYear === year));
    return { planId, planName: plan.name, closed, open };
  }

  async ofIndicator(indicatorId: string): Promise<ClosedIndicatorYear[]> {
    const years = await closedYearsOf(this.desk.deps, indicatorId);
    return years.flatMap((year) => year.numbers.map((number) => closedIndicatorYear(year, number)));
  }

  async look(planId: string, fiscalYear: number): Promise<ClosingLook> {
    const preview = await previewClosing(this.desk.deps, planId, fiscalYear);
    const { closing, units } = await this.desk.deps.unitOfWork.run(async ({ indicators: store }) => ({
      closing: (await store.closings(planId)).find((c) => c.fiscalYear === fiscalYear) ?? null,
      units: new Map((await store.indicatorsOf(planId)).map((indicator) => [indicator.id, indicator])),
    }));
    const orderOf = (id: string) => units.get(id)?.order ?? 0;
    // A closed year keeps its words, the unit too.
    const unitOf = (id: string) => (closing?.definitions.find((then) => then.id === id) ?? units.get(id))?.unit ?? '';
    const figures = [...(closing?.figures ?? preview.figures)].sort(
      (a, b) => orderOf(a.indicatorId) - orderOf(b.indicatorId),
    );
    return {
      planId,
      planName: preview.plan.name,
      fiscalYear,
      over: preview.over,
      outOfOrder: preview.outOfOrder,
      closed: closing === null ? null : closingView(closing),
      figures: figures.map((figure) => figureView(figure, unitOf(figure.indicatorId))),
      unsorted: closing === null ? preview.unsorted : 0,
      digest: preview.digest,
    };
  }

  async close(actor: StaffActor, planId: string, fiscalYear: number, digest?: string): Promise<ClosingView> {
    const { content, sha256 } = await closeFiscalYear(this.desk.deps, actor, { planId, fiscalYear, digest });
    return { planId, fiscalYear, closedAt: content.closedAt, closedBy: content.closedBy, sha256 };
  }

  /** The kept record, byte for byte: its SHA-256 is the one that is shown. Throws `not_found`. */
  async record(planId: string, fiscalYear: number): Promise<{ name: string; bytes: Buffer }> {
    return this.desk.deps.unitOfWork.run(async ({ indicators: store }) => {
      const plan = await findPlan(store, planId);
      const closing = Number.isInteger(fiscalYear) ? await store.closing(planId, fiscalYear) : null;
      if (closing === null) throw new DomainError('not_found', 'この年度はまだ締められていません。');
      const name = `締めた記録_${plan.name}_${fiscalYearLabel(fiscalYear)}.json`;
      return { name, bytes: Buffer.from(closing.canonical, 'utf8') };
    });
  }

  async restatedOpinions(actor: StaffActor, indicatorId: string, fiscalYear: number): Promise<RestatedOpinions> {
    const figure = await restatedFigure(this.desk.deps, indicatorId, fiscalYear);
    const number = (await this.ofIndicator(indicatorId)).find((year) => year.fiscalYear === fiscalYear);
    if (number === undefined) throw new DomainError('not_found', 'この年度はまだ締められていません。');
    const { plan, definition, restatement } = figure;
    const { names, present } = await this.desk.deps.unitOfWork.run(async ({ indicators: store }) => ({
      names: await store.sourceNames(),
      present: await store.indicatorsOf(plan.id),
    }));
    const nameOf = (id: string) => present.find((indicator) => indicator.id === id)?.name ?? id;
    return {
      number,
      planId: plan.id,
      planName: plan.name,
      sentence: countingSentence(definition, definition.period ?? plan.period, names, nameOf),
      added: restatement.added.length,
      removed: restatement.removed.length,
      changed: restatement.changed.length,
      items: await this.#items(actor, figure),
    };
  }

  async #items(actor: StaffActor, figure: RestatedFigure): Promise<RestatedOpinion[]> {
    const { restatement, definition, closedAt } = figure;
    const wanted = [
      ...restatement.added.map((id) => ({ id, change: 'added' as const })),
      ...restatement.removed.map((id) => ({ id, change: 'removed' as const })),
      ...restatement.changed.map((id) => ({ id, change: 'changed' as const })),
    ].slice(0, OPINIONS_SHOWN);
    if (wanted.length === 0 || definition.source.kind !== 'facts') return [];
    const ids = wanted.map(({ id }) => id);
    const city = await this.city.current();
    const names = await this.desk.deps.unitOfWork.run(({ indicators }) => indicators.sourceNames());
    const shown = await readOpinionsShown(this.source, ids);
    const steps = await readCountedSteps(this.source, ids, definition.source.measure, closedAt);
    const then = new Map(figure.then.map((state) => [state.opinionId, state]));
    const now = new Map(figure.now.map((state) => [state.opinionId, state]));
    const why = Map.groupBy(steps, (step) => step.opinionId);
    return wanted.flatMap(({ id, change }) => {
      const opinion = shown.get(id);
      if (opinion === undefined) return [];
      return [
        {
          opinionId: id,
          submissionId: opinion.submissionId,
          receiptNumber: opinion.receiptNumber,
          excerpt: excerptOf(textFor(readsOriginal(actor, city), opinion.text, opinion.pii, city).text),
          change,
          then: countedStateView(then.get(id), names),
          now: countedStateView(now.get(id), names),
          why: (why.get(id) ?? []).map((step) => ({
            at: step.at.toISOString(),
            actorName: step.actorName,
            words: stepWords(step, names),
            reason: step.reason,
          })),
        },
      ];
    });
  }
}

/** The years of a plan that are over; of a plan without a period the last five. */
function yearsOver(plan: Plan, day: DayString): number[] {
  const last = Math.min(fiscalYearOf(day) - 1, plan.period?.last ?? fiscalYearOf(day) - 1);
  const first = plan.period?.first ?? last - 4;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
