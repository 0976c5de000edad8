import type {
  CountingPreviewView,
  CountingSource,
  DefinitionChangeView,
  DefinitionView,
  IndicatorChoices,
  Labelled,
  TargetVersionView,
} from '@kotae/contracts';
import {
  DEFINITION_CHANGE_LABELS,
  DIRECTION_LABELS,
  FORMULA_LABELS,
  FORMULA_OP_LABELS,
  INDICATOR_MODE_LABELS,
  TARGET_COMPARISON_LABELS,
  changedWords,
  countingSentence,
  isMade,
  printed,
  type CountingPreview,
  type Indicator,
  type IndicatorChange,
  type IndicatorSource,
  type Plan,
  type SourceNames,
  type TargetVersion,
} from '@kotae/indicators';

export function indicatorChoices(): IndicatorChoices {
  return {
    modes: labelled(INDICATOR_MODE_LABELS, ['cross_reference', 'unspecified']),
    directions: labelled(DIRECTION_LABELS),
    operations: labelled(FORMULA_OP_LABELS),
    formulas: labelled(FORMULA_LABELS),
    comparisons: labelled(TARGET_COMPARISON_LABELS),
  };
}

/** The source as data, field by field. */
export function sourceView(source: IndicatorSource): CountingSource {
  if (source.kind === 'formula') return { kind: 'formula', op: source.op, indicatorIds: [...source.indicatorIds] };
  if (source.kind !== 'facts') return { kind: source.kind };
  const { measure, classes, outcomes, channels, topics, sectionIds, districts } = source;
  return {
    kind: 'facts',
    measure,
    ...(classes === undefined ? {} : { classes: [...classes] }),
    ...(outcomes === undefined ? {} : { outcomes: [...outcomes] }),
    ...(channels === undefined ? {} : { channels: [...channels] }),
    ...(topics === undefined ? {} : { topics: [...topics] }),
    ...(sectionIds === undefined ? {} : { sectionIds: [...sectionIds] }),
    ...(districts === undefined ? {} : { districts: [...districts] }),
  };
}

export function baselineView({ baseline }: Indicator): DefinitionView['baseline'] {
  return {
    value: baseline?.value ?? null,
    fiscalYear: baseline?.asOf?.fiscalYear ?? null,
    printed: printed(baseline?.raw ?? []),
    isMade: isMade(baseline),
  };
}

export function targetVersionView(version: TargetVersion): TargetVersionView {
  return {
    version: version.version,
    fromFiscalYear: version.fromFiscalYear,
    decidedOn: version.decidedOn,
    reason: version.reason,
    printed: printed(version.target.raw),
    asOf: version.target.asOf?.raw ?? null,
    targetYear: version.target.asOf?.fiscalYear ?? null,
  };
}

export function changeView(
  change: IndicatorChange,
  plan: Plan,
  names: SourceNames,
  nameOf: (id: string) => string,
): DefinitionChangeView {
  const { before, after } = change;
  // Of words only what is another is said, on both sides alike.
  const changed = change.kind === 'wording' && before !== null ? changedWords(before, after) : null;
  const all = (of: 'before' | 'after') => changed?.map((words) => `${words.what}「${words[of]}」`).join('、');
  const said = (indicator: Indicator) => wordsFor(change.kind, indicator, plan, names, nameOf);
  return {
    version: change.version,
    kindWords: DEFINITION_CHANGE_LABELS[change.kind],
    at: change.recordedAt.toISOString(),
    author: change.author,
    reason: change.reason,
    before: before === null ? null : (all('before') ?? said(before)),
    after: all('after') ?? said(after),
  };
}

export function previewView(preview: CountingPreview): CountingPreviewView {
  return {
    sentence: preview.sentence,
    yearly: preview.yearly.map(({ fiscalYear, value, actual }) => ({ fiscalYear, value, actual })),
    words: preview.achievement.words,
    why: preview.achievement.why,
  };
}

function wordsFor(
  kind: IndicatorChange['kind'],
  indicator: Indicator,
  plan: Plan,
  names: SourceNames,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'source':
    case 'created':
      return countingSentence(indicator, indicator.period ?? plan.period, names, nameOf);
    case 'formula':
      return indicator.formula === null ? '自動で選ぶ' : FORMULA_LABELS[indicator.formula];
    case 'target':
      return printed(indicator.targets.at(-1)?.target.raw ?? []) || '目標なし';
    case 'wording':
      return indicator.name;
  }
}

function labelled(labels: Readonly<Record<string, string>>, without: readonly string[] = []): Labelled[] {
  return Object.entries(labels)
    .filter(([value]) => !without.includes(value))
    .map(([value, label]) => ({ value, label }));
}
