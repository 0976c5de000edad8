import type { FiscalPeriod, Indicator, Programme } from './model';
import type { FileKochoProgram, FileProgram, FileProgramIndicator } from './plans-file';
import { Ambiguities, note } from './read-notes';
import { basisOf, baselineOf, directionOf, firstTarget, linesOf, modeOf, relevanceOf } from './read-values';

const KODAIRA = 'kodaira';

/** Names repeat in this plan; the number is the key. */
function programmeId(no: number): string {
  return `KOD-${String(no).padStart(2, '0')}`;
}

export function readProgramme(file: FileProgram, ambiguities: Ambiguities): Programme {
  const id = programmeId(file.no);
  return {
    id,
    planId: KODAIRA,
    order: file.no,
    no: file.no,
    section: file.policy,
    policy: file.measure,
    name: file.name,
    nameVariants: file.name_variants,
    departments: file.departments,
    channels: [],
    text: file.purpose,
    lines: file.contents_lines,
    effectLines: file.effect_and_indicator_lines,
    revisedPoints: file.revised_points,
    relevance: relevanceOf(file.kocho_relevance),
    indicatorIds: file.indicators.map((i) => i.id),
    sourceFile: file.source_file,
    notes: ambiguities.for('programme', id),
  };
}

/** 取組 that listen, as the four other plans print them; most have no indicator. */
export function readKochoProgramme(file: FileKochoProgram, order: number, ambiguities: Ambiguities): Programme {
  return {
    id: file.id,
    planId: file.plan_id,
    order,
    no: null,
    section: file.section,
    policy: file.policy,
    name: file.name,
    nameVariants: [],
    departments: [],
    channels: file.channel ?? [],
    text: file.text,
    lines: [],
    effectLines: [],
    revisedPoints: [],
    relevance: relevanceOf(file.kocho_relevance),
    indicatorIds: [],
    sourceFile: file.source_file,
    notes: [...ambiguities.for('programme', file.id), ...note('programme', file.note)],
  };
}

/** The indicators of one programme; `idsOfProgramme` resolves references by number. */
export function readProgrammeIndicators(
  programme: FileProgram,
  firstOrder: number,
  period: FiscalPeriod | null,
  ambiguities: Ambiguities,
  idsOfProgramme: (no: number) => readonly string[],
): Indicator[] {
  return programme.indicators.map((file, i) => ({
    id: file.id,
    planId: KODAIRA,
    order: firstOrder + i,
    code: file.id,
    kind: 'measure',
    section: programme.measure,
    policy: `No.${programme.no} ${programme.name}`,
    name: file.name,
    definition: null,
    raw: linesOf(file.raw),
    unit: file.unit ?? file.target?.unit ?? null,
    mode: modeOf(file.mode),
    modeBasis: basisOf(file.mode_basis),
    direction: directionOf(file.direction),
    baseline: baselineOf(file.baseline),
    targets: firstTarget(file.target),
    formula: null,
    refusal: null,
    period,
    source: { kind: 'typed' },
    notes: notesOf(file, programmeId(programme.no), ambiguities),
    relevance: relevanceOf(programme.kocho_relevance),
    survey: null,
    statedFormula: file.formula ?? null,
    refersTo: file.refers_to === undefined ? [] : idsOfProgramme(file.refers_to),
    duplicateOf: file.duplicate_of === undefined ? null : (idsOfProgramme(file.duplicate_of)[0] ?? null),
    quotes: [],
    sourceFile: programme.source_file,
  }));
}

function notesOf(file: FileProgramIndicator, programme: string, ambiguities: Ambiguities) {
  const own = ambiguities.for('indicator', file.id);
  const shared = ambiguities.for('programme', programme);
  return [
    ...shared,
    ...own,
    ...note('indicator', file.note),
    ...note('baseline', file.baseline?.as_of?.note),
    ...note('target', file.target?.as_of?.note),
  ];
}
