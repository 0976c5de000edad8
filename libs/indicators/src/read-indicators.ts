import { printed, type Indicator } from './model';
import type { FileIndicator, FileQuestion } from './plans-file';
import { Ambiguities, note } from './read-notes';
import { basisOf, baselineOf, directionOf, firstTarget, linesOf, modeOf, relevanceOf } from './read-values';

/** One row of the four plans that print their indicators in a table. */
export function readIndicator(file: FileIndicator, order: number, ambiguities: Ambiguities): Indicator {
  return {
    id: file.id,
    planId: file.plan_id,
    order,
    code: file.id,
    kind: 'measure',
    section: file.section,
    policy: file.policy,
    name: file.name,
    definition: file.explanation || null,
    raw: [],
    unit: file.target.unit,
    mode: modeOf(file.mode),
    modeBasis: basisOf(file.mode_basis),
    direction: directionOf(file.direction),
    baseline: baselineOf(file.baseline),
    targets: firstTarget(file.target),
    formula: null,
    refusal: file.do_not_compute_naive_rate === true ? refusalOf(file) : null,
    period: null,
    source: { kind: 'typed' },
    notes: [
      ...ambiguities.for('indicator', file.id, file.ambiguity_ids),
      ...note('baseline', file.baseline.as_of?.note),
      ...note('target', file.target.as_of?.note),
    ],
    relevance: relevanceOf(file.kocho_relevance),
    survey: null,
    statedFormula: null,
    refersTo: [],
    duplicateOf: null,
    quotes: file.source_quotes,
    sourceFile: file.source_file,
  };
}

/** 市民の実感: a question whose percentages the source lost; no target, no stated mode. */
export function readQuestion(file: FileQuestion, order: number, ambiguities: Ambiguities): Indicator {
  return {
    id: file.id,
    planId: file.plan_id,
    order,
    code: file.id,
    kind: 'survey',
    section: file.section,
    policy: file.heading,
    name: file.question,
    definition: null,
    raw: [file.question],
    unit: '%',
    mode: 'unspecified',
    modeBasis: 'inferred',
    direction: 'unspecified',
    baseline: null,
    targets: [],
    formula: null,
    refusal: null,
    period: null,
    source: { kind: 'typed' },
    notes: [
      ...ambiguities.for('question', file.id),
      ...note('question', file.options_note),
      ...note('question', file.values_note),
    ],
    relevance: 'related',
    survey: { heading: file.heading, question: file.question, options: file.options },
    statedFormula: null,
    refersTo: [],
    duplicateOf: null,
    quotes: [],
    sourceFile: file.source_file,
  };
}

function refusalOf(file: FileIndicator): string {
  const baseline = `基準値「${printed(linesOf(file.baseline.raw))}」${file.baseline.as_of?.raw ?? ''}`;
  const target = `目標値「${printed(linesOf(file.target.raw))}」${file.target.period ? `（${file.target.period}）` : ''}`;
  return `${baseline}と${target}は同じ数え方とは考えられないため、達成率は計算しません。`;
}
