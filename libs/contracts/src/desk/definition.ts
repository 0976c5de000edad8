import type { Channel, DayString, OpinionClass, Outcome } from '@kotae/kernel';

export type FormulaOpCode = 'share_met' | 'mean_achievement' | 'sum' | 'ratio';

/** Where an indicator's values come from, as data. A list that is left out does not restrict. */
export type CountingSource =
  | {
      kind: 'facts';
      measure: 'class' | 'outcome';
      classes?: OpinionClass[];
      outcomes?: Outcome[];
      channels?: Channel[];
      topics?: string[];
      sectionIds?: string[];
      districts?: string[];
    }
  | { kind: 'typed' }
  | { kind: 'imported' }
  | { kind: 'formula'; op: FormulaOpCode; indicatorIds: string[] };

export interface Labelled {
  value: string;
  label: string;
}
/** `GET /api/indicator-choices`: what a definition is made of, with the words for it. */
export interface IndicatorChoices {
  modes: Labelled[];
  directions: Labelled[];
  operations: Labelled[];
  formulas: Labelled[];
  comparisons: Labelled[];
}

/** A target in force from a fiscal year on (null: from the beginning). */
export interface TargetVersionView {
  version: number;
  fromFiscalYear: number | null;
  decidedOn: DayString | null;
  reason: string | null;
  printed: string;
  asOf: string | null;
  /** The fiscal year the target is for, where it says one. */
  targetYear: number | null;
}
export interface DefinitionChangeView {
  version: number;
  kindWords: string;
  at: string;
  author: string;
  reason: string;
  /** How it was counted, targeted or judged before and after. */
  before: string | null;
  after: string;
}
/** `GET /api/indicators/:id/definition` */
export interface DefinitionView {
  indicatorId: string;
  planId: string;
  planName: string;
  name: string;
  unit: string;
  /** What is counted, in the plan's words. */
  definition: string | null;
  /** Where the plan names it. */
  section: string;
  policy: string;
  /** `isMade`: the printed words were made from the number, and follow it when it changes. */
  baseline: { value: number | null; fiscalYear: number | null; printed: string; isMade: boolean };
  /** The city's own plan: its words and targets may be changed and indicators added. */
  own: boolean;
  /** Sent back with a change; an older one is refused as `stale`. */
  version: number;
  mode: string;
  source: CountingSource;
  sentence: string;
  /** Null: chosen by the default rule. */
  formula: string | null;
  formulaName: string;
  targets: TargetVersionView[];
  changes: DefinitionChangeView[];
  /** Other indicators of the plan, for formulas. */
  others: { id: string; name: string }[];
  lastClosedYear: number | null;
  choices: IndicatorChoices;
}

/** `POST /api/indicators/:id/definition/preview` */
export interface CountingPreviewRequest {
  source: CountingSource;
  mode: string;
}
export interface CountingPreviewView {
  sentence: string;
  yearly: { fiscalYear: number; value: number | null; actual: number | null }[];
  words: string;
  why: string | null;
}
/** The numbers of both ways beside each other; a refusal instead when the new one can never give a number. */
export interface CountingPreviews {
  present: CountingPreviewView;
  changed: CountingPreviewView;
}

/** `PUT /api/indicators/:id/definition/source` */
export interface SourceChangeRequest extends CountingPreviewRequest {
  version: number;
  reason: string;
}
/** `PUT /api/indicators/:id/definition/formula`; null leaves the choice to the default rule. */
export interface FormulaChangeRequest {
  version: number;
  formula: string | null;
  reason: string;
}
export interface TargetRequest {
  comparison: string;
  value: number | null;
  high?: number | null;
  tolerance?: number | null;
  printed?: string | null;
  targetYear?: number | null;
}
/** `POST /api/indicators/:id/definition/targets` */
export interface TargetRevisionRequest extends TargetRequest {
  version: number;
  fromFiscalYear: number;
  decidedOn?: DayString | null;
  reason: string;
}
/** `PUT /api/indicators/:id/definition/wording` */
export interface WordingChangeRequest {
  version: number;
  name: string;
  definition: string | null;
  section: string;
  policy: string;
  unit: string;
  /** `printed` left out: made from the number. */
  baseline: { value: number | null; fiscalYear: number | null; printed?: string | null };
  reason: string;
}
/** `POST /api/plans` */
export interface NewPlanRequest {
  name: string;
  firstYear: number;
  lastYear: number;
}
/** `POST /api/plans/:id/indicators` */
export interface NewIndicatorRequest {
  name: string;
  definition: string | null;
  section: string;
  policy: string;
  unit: string;
  mode: string;
  direction: string;
  baseline: { value: number | null; fiscalYear: number | null; printed?: string | null };
  target: TargetRequest;
  source: CountingSource;
  formula: string | null;
}
/** What was made. */
export interface MadeView {
  id: string;
}
