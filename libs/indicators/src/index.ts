export { achievementOf, gap, ratio } from './achievement';
export type { Achievement } from './achievement';
export { OPINIONS_PAGE_MAX, allOpinionsBehindNumber, opinionsBehindNumber } from './behind-number';
export type { BehindNumber, NumberScope } from './behind-number';
export { canonicalJson } from './canonical-json';
export type { Json } from './canonical-json';
export { monthlyChart, niceTop, yearlyChart } from './chart';
export type { MonthBar, MonthlyChart, ReferenceLine, YearBar, YearlyChart } from './chart';
export { chooseFormula } from './choose-formula';
export { closeFiscalYear, restatementOf } from './close-fiscal-year';
export { closedFigure, freezeYear, isIntact, thawYear } from './closing';
export type { ClosedFigure, ClosingEntry, ClosingInput, FrozenContent, FrozenFigure, FrozenYear } from './closing';
export { dashboard } from './dashboard';
export type { Dashboard, DashboardLine } from './dashboard';
export { deltasForOutcome, deltasForReclassification, deltasForWithdrawal, factsOfState } from './deltas';
export type { CountState } from './deltas';
export { DEMO_PERIOD, DEMO_PLAN_ID } from './demo-city.data';
export { DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
export { countFacts, matchesFilter, opinionsBehind } from './facts';
export type { CountFact, CountFactDraft, CountedOpinion, DayRange } from './facts';
export { figuresOf } from './figures';
export type { Figure } from './figures';
export { FORMULA_LABELS, FORMULA_NAMES } from './formula-names';
export type { FormulaName } from './formula-names';
export { figuresShown, indicatorFigures, planFigures } from './indicator-figures';
export type { IndicatorFigures } from './indicator-figures';
export { livingNumber } from './living-number';
export type { LivingFigures } from './living-number';
export { meetsTarget } from './meets-target';
export type { TargetCheck } from './meets-target';
export {
  BASELINE_TYPES,
  COMPARATORS,
  DIRECTIONS,
  INDICATOR_MODES,
  INDICATOR_MODE_LABELS,
  TARGET_TYPES,
  printed,
  targetFor,
} from './model';
export type {
  AsOf,
  Baseline,
  BaselineType,
  Basis,
  Comparator,
  Direction,
  FiscalPeriod,
  Indicator,
  IndicatorMode,
  Note,
  NoteAbout,
  OtherValue,
  Plan,
  Programme,
  Relevance,
  SurveyQuestion,
  Target,
  TargetType,
  TargetVersion,
} from './model';
export { amount, roundPercent } from './numbers';
export { findIndicator, findPlan } from './find';
export type { PlansFile } from './plans-file';
export type {
  ClosingSummary,
  CountFactStore,
  IndicatorDeps,
  IndicatorStore,
  IndicatorStores,
  MonthCount,
  OpinionCursor,
  OpinionPage,
  YearCount,
} from './ports';
export { countedRange, monthRange } from './ranges';
export { readPlans } from './read-plans';
export type { PlanBook } from './read-plans';
export { restatement } from './restatement';
export type { CurrentFigure, Restatement } from './restatement';
export { shareMet } from './share-met';
export type { ShareMet } from './share-met';
export { SOURCE_LABELS, checkSource } from './source';
export type { CountFilter, IndicatorSource } from './source';
export { SOURCE_TEXT_MAX, typeInValue } from './type-in-value';
export type { TypeInValueInput } from './type-in-value';
export { newestByYear, yearValuesOf } from './typed-value';
export type { TypedValue } from './typed-value';
export { actualFor } from './values';
export type { ActualValue, YearValue } from './values';
