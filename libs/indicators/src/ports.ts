import type { Clock, DayString, UnitOfWork } from '@kotae/kernel';
import type { ClosedFigure, FrozenYear } from './closing';
import type { CountFactDraft, CountedOpinion, DayRange } from './facts';
import type { Indicator, Plan, Programme } from './model';
import type { DefinitionChange } from './definition-change';
import type { PlanBook } from './read-plans';
import type { CountFilter } from './source';
import type { SourceNames } from './source-words';
import type { TypedValue } from './typed-value';

/** Opinions counted in one fiscal year; years without any may be left out. */
export interface YearCount {
  readonly fiscalYear: number;
  readonly count: number;
}

/** Opinions counted in one calendar month, `YYYY-MM`; months without any may be left out. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

/** Place after which the next page starts; pages run from the newest day to the oldest, then by id descending. */
export interface OpinionCursor {
  readonly countedOn: DayString;
  readonly opinionId: string;
}

export interface OpinionPage {
  readonly items: readonly CountedOpinion[];
  /** Null on the last page. */
  readonly next: OpinionCursor | null;
}

/** Which year of a plan was closed, when, and by whom. */
export interface ClosingHead {
  readonly planId: string;
  readonly fiscalYear: number;
  readonly closedAt: Date;
  /** Empty for the public. */
  readonly closedBy: string;
  readonly sha256: string;
}

/** A closing without the lists behind its figures. */
export interface ClosingSummary extends ClosingHead {
  readonly figures: readonly ClosedFigure[];
  /** The indicators as they were defined; empty for records of the first format. */
  readonly definitions: readonly Indicator[];
  /** How many of the opinions behind a figure were counted in which month of the year, by indicator. */
  readonly months: ReadonlyMap<string, readonly MonthCount[]>;
}

/** What the indicators' use cases need of a store. All reads of one `run` see one state of the database. */
export interface IndicatorStore {
  plans(): Promise<readonly Plan[]>;
  plan(planId: string): Promise<Plan | null>;
  programmes(planId: string): Promise<readonly Programme[]>;
  /** In the plan's order. */
  indicatorsOf(planId: string): Promise<readonly Indicator[]>;
  indicator(indicatorId: string): Promise<Indicator | null>;
  /** Adds what is not there yet, by id; rows that exist stay as they are. */
  addPlans(book: PlanBook): Promise<void>;
  /** Every value ever typed for these indicators, in any order. */
  typedValues(indicatorIds: readonly string[]): Promise<readonly TypedValue[]>;
  appendTypedValues(values: readonly TypedValue[]): Promise<void>;
  /** The sum of signs by fiscal year of the counted day, first to last inclusive. */
  yearlyCounts(filter: CountFilter, first: number, last: number): Promise<readonly YearCount[]>;
  monthlyCounts(filter: CountFilter, fiscalYear: number): Promise<readonly MonthCount[]>;
  /** The opinions whose signs sum to one under filter and range, newest counted day first. */
  opinionsBehind(
    filter: CountFilter,
    range: DayRange,
    after: OpinionCursor | null,
    limit: number,
  ): Promise<OpinionPage>;
  /** Oldest first. */
  closings(planId: string): Promise<readonly ClosingSummary[]>;
  closing(planId: string, fiscalYear: number): Promise<FrozenYear | null>;
  /** Names of topics and sections, inactive ones too. */
  sourceNames(): Promise<SourceNames>;
  /** What was changed about a plan and its indicators since they were loaded or made, oldest first. */
  definitionChanges(planId: string): Promise<readonly DefinitionChange[]>;
  /** Writes the changed definition and what was changed. Throws `stale` when the version was taken by another change. */
  saveDefinition(change: DefinitionChange): Promise<void>;
  /** Submissions received in these days that nobody has sorted yet: they may still change the numbers. */
  unsortedSubmissions(range: DayRange): Promise<number>;
  /** Throws `conflict` when the year of the plan is closed already. */
  appendClosing(frozen: FrozenYear): Promise<void>;
}

/** The ledger's only way in: called in the transaction of the decision. Facts are never changed or removed. */
export interface CountFactStore {
  appendFacts(facts: readonly CountFactDraft[], recordedAt: Date): Promise<void>;
}

export interface IndicatorStores {
  readonly indicators: IndicatorStore;
}

/** Transactions of this room's use cases. */
export interface IndicatorWork extends UnitOfWork<IndicatorStores> {
  /**
   * As `run`, but alone among those who write to the plan (values, definitions, closings): what is read is what the one
   * before has left, and stays so until the end.
   */
  alone<T>(planId: string, work: (stores: IndicatorStores) => Promise<T>): Promise<T>;
}

/** What every use case of this room is given; nothing is read from the surroundings. */
export interface IndicatorDeps {
  readonly unitOfWork: IndicatorWork;
  readonly clock: Clock;
}
