import type { IndicatorView, LivingNumber, Page, PublicAnswer, SimilarAnswer } from '@kotae/contracts';
import {
  countingSentence,
  figuresOf,
  livingNumber,
  yearlyChart,
  type Indicator,
  type IndicatorStore,
  type Plan,
} from '@kotae/indicators';
import { LIMITS, fiscalYearOf, today, type Clock } from '@kotae/kernel';
import { PublicAnswerReader, indicatorWork } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { indicatorView } from './indicator-view';
import type { AnswersQuery, PublicReading } from './public-reading';

/** The first page of a list; small enough for a phone. */
const PAGE = Math.min(20, LIMITS.pageSize);

/** Public reading from PostgreSQL, with the rights of the portal's role. */
export class PgPublicReading implements PublicReading {
  readonly #answers: PublicAnswerReader;
  readonly #work: ReturnType<typeof indicatorWork>;

  constructor(
    source: DataSource,
    private readonly clock: Clock,
  ) {
    this.#answers = new PublicAnswerReader(source);
    this.#work = indicatorWork(source, 'public');
  }

  answers(query: AnswersQuery): Promise<Page<PublicAnswer>> {
    return this.#answers.page({ ...query, limit: PAGE });
  }

  newestAnswers(count: number): Promise<PublicAnswer[]> {
    return this.#answers.newest(count);
  }

  answer(id: string): Promise<PublicAnswer | null> {
    return this.#answers.one(id);
  }

  similar(text: string, count: number): Promise<SimilarAnswer[]> {
    return this.#answers.similar(text, count);
  }

  topics(): Promise<{ code: string; name: string }[]> {
    return this.#answers.topics();
  }

  async plans(): Promise<{ id: string; name: string; own: boolean }[]> {
    return (await this.#publicPlans()).map(({ id, name, own }) => ({ id, name, own }));
  }

  async indicators(planId: string): Promise<IndicatorView[] | null> {
    const plan = (await this.#publicPlans()).find((candidate) => candidate.id === planId);
    if (plan === undefined) return null;
    return this.#work.run(async ({ indicators: store }) =>
      this.#views(store, plan, await store.indicatorsOf(planId), false),
    );
  }

  async indicator(id: string): Promise<IndicatorView | null> {
    const plans = await this.#publicPlans();
    return this.#work.run(async ({ indicators: store }) => {
      const indicator = await store.indicator(id);
      const plan = plans.find((candidate) => candidate.id === indicator?.planId);
      if (indicator === null || plan === undefined) return null;
      // A figure made of other figures needs them beside it.
      const needed = indicator.source.kind === 'formula' ? await store.indicatorsOf(plan.id) : [indicator];
      const views = await this.#views(store, plan, needed, true);
      return views.find((view) => view.id === id) ?? null;
    });
  }

  living(): Promise<LivingNumber> {
    return livingNumber({ unitOfWork: this.#work, clock: this.clock });
  }

  /** The city's own plans that have something to show; others are references for staff. */
  async #publicPlans(): Promise<readonly Plan[]> {
    return this.#work.run(async ({ indicators: store }) => {
      const shown: Plan[] = [];
      for (const plan of await store.plans()) {
        if (plan.own && (await store.indicatorsOf(plan.id)).length > 0) shown.push(plan);
      }
      return shown;
    });
  }

  async #views(
    store: IndicatorStore,
    plan: Plan,
    indicators: readonly Indicator[],
    withMonths: boolean,
  ): Promise<IndicatorView[]> {
    const asOf = today(this.clock);
    const fiscalYear = fiscalYearOf(asOf);
    const figures = await figuresOf(store, plan, indicators, fiscalYear, asOf);
    const names = await store.sourceNames();
    const nameOf = (id: string) => indicators.find((other) => other.id === id)?.name ?? id;
    const views: IndicatorView[] = [];
    for (const figure of figures) {
      const { indicator } = figure;
      views.push(
        indicatorView({
          plan,
          figure,
          fiscalYear,
          asOf,
          chart: yearlyChart(indicator, figure.yearly, fiscalYear, indicator.period ?? plan.period),
          countingWords: countingSentence(indicator, indicator.period ?? plan.period, names, nameOf),
          months:
            withMonths && indicator.source.kind === 'facts'
              ? await store.monthlyCounts(indicator.source, fiscalYear)
              : null,
        }),
      );
    }
    return views;
  }
}
