export { achievementOf, gap, ratio } from './achievement';
export type { Achievement } from './achievement';
export { OPINIONS_PAGE_MAX, allOpinionsBehindNumber, opinionsBehindNumber } from './behind-number';
export type { BehindNumber, NumberScope } from './behind-number';
export { canonicalJson } from './canonical-json';
export type { Json } from './canonical-json';
export { monthlyChart, niceTop, yearlyChart } from './chart';
export type { MonthBar, MonthlyChart, ReferenceLine, YearBar, YearlyChart } from './chart';
export { changeFormula, changeSource } from './change-definition';
export type { ChangeRequest, SourceChange } from './change-definition';
export { changeWording } from './change-wording';
export type { WordingChange } from './change-wording';
export { chooseFormula } from './choose-formula';
export { closeFiscalYear, previewClosing } from './close-fiscal-year';
export type { ClosingPreview } from './close-fiscal-year';
export { closedYears, closedYearsOf } from './closed-numbers';
export type { ClosedNumber, ClosedYear } from './closed-numbers';
export { closedSummary } from './closed-summary';
export { damagedRecord, freezeYear, isIntact, thawYear } from './closing';
export type { ClosedFigure, ClosingEntry, ClosingInput, FrozenContent, FrozenFigure, FrozenYear } from './closing';
export { addIndicator, createPlan } from './create-plan';
export type { IndicatorInput, PlanInput } from './create-plan';
export { currentValue } from './current-value';
export type { CurrentValue } from './current-value';
export { dashboard } from './dashboard';
export type { Dashboard, DashboardLine } from './dashboard';
export { DEFINITION_CHANGE_KINDS, DEFINITION_CHANGE_LABELS, changesOf, versionOf } from './definition-change';
export type { DefinitionChange, DefinitionChangeKind, IndicatorChange } from './definition-change';
export { deltasForOutcome, deltasForReclassification, deltasForWithdrawal, factsOfState } from './deltas';
export type { CountState } from './deltas';
export { DEMO_PERIOD, DEMO_PLAN_ID } from './demo-city.data';
export { DEMO_IMPLEMENTED_ID, DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
export { countFacts, matchesFilter, opinionsBehind } from './facts';
export type { CountFact, CountFactDraft, CountedOpinion, DayRange } from './facts';
export type { Evidence } from './evidence';
export type { UnlistedYear } from './unlisted-year';
export { figuresOf } from './figures';
export type { Figure } from './figure';
export { FORMULA_LABELS, FORMULA_NAMES } from './formula-names';
export type { FormulaName } from './formula-names';
export { FORMULA_MEANINGS } from './formula-meanings';
export { figuresShown, indicatorFigures, planFigures } from './indicator-figures';
export type { IndicatorFigures } from './indicator-figures';
export { changedWords, isMade } from './indicator-words';
export type { BaselineInput, IndicatorWords } from './indicator-words';
export { livingNumber } from './living-number';
export type { LivingFigures } from './living-number';
export { meetsTarget } from './meets-target';
export type { TargetCheck } from './meets-target';
export {
  BASELINE_TYPES,
  COMPARATORS,
  DIRECTIONS,
  DIRECTION_LABELS,
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
  ClosingHead,
  ClosingSummary,
  CountFactStore,
  IndicatorDeps,
  IndicatorStore,
  IndicatorStores,
  IndicatorWork,
  MonthCount,
  OpinionCursor,
  OpinionPage,
  YearCount,
} from './ports';
export { countedRange, monthRange } from './ranges';
export { PROGRESS, PROGRESS_LABELS, PROGRESS_MEANINGS, progressOf } from './progress';
export type { JudgedYear, Progress, ProgressVerdict } from './progress';
export { progressReport } from './progress-report';
export type { ReportWithEvidence } from './progress-report';
export type {
  ProgressReport,
  ReportGroup,
  ReportedClosing,
  ReportedIndicator,
  ReportedTarget,
  ReportedYear,
} from './report-figures';
export { previewSource } from './preview-source';
export type { CountingPreview } from './preview-source';
export { readPlans } from './read-plans';
export type { PlanBook } from './read-plans';
export { readSource } from './read-source';
export { restatedFigure, restatementOf } from './restated-figure';
export type { RestatedFigure } from './restated-figure';
export { restatement } from './restatement';
export type { CurrentFigure, Restatement } from './restatement';
export { reviseTarget } from './revise-target';
export type { TargetRevision } from './revise-target';
export { shareMet } from './share-met';
export type { ShareMet } from './share-met';
export { FORMULA_OPS, FORMULA_OP_LABELS, SOURCE_LABELS, checkSource } from './source';
export type { CountFilter, FormulaOp, IndicatorSource } from './source';
export { countingSentence, sourceWords } from './source-words';
export type { SourceNames } from './source-words';
export { TARGET_COMPARISONS, TARGET_COMPARISON_LABELS } from './target-input';
export type { TargetComparison, TargetInput } from './target-input';
export { typeInValue } from './type-in-value';
export type { TypeInValueInput } from './type-in-value';
export { newestByYear, yearValuesOf } from './typed-value';
export type { TypedValue } from './typed-value';
export { checkValueTable, importValueTable, valueTemplate } from './value-import';
export type { CheckedTable, TableTemplate } from './value-import';
export { TABLE_LINES_MAX, readValueTable } from './value-table';
export { TABLE_HEADS } from './value-table-columns';
export type { TableLine } from './value-table-columns';
export type { LineProblem, TableGround, ValueChange, ValueTable } from './value-table';
export { actualFor } from './values';
export type { ActualValue, YearValue } from './values';
export { stepWords, stepsOf } from './why-restated';
export type { CountedStep, LedgerEntry } from './why-restated';
