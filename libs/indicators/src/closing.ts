import { createHash } from 'node:crypto';
import { DomainError } from '@kotae/kernel';
import type { Achievement } from './achievement';
import { canonicalJson, type Json } from './canonical-json';
import type { CountedOpinion } from './facts';
import type { Indicator } from './model';
import { printed, targetFor } from './model';
import type { UnlistedYear } from './unlisted-year';
import type { ActualValue } from './values';

/** One indicator at the moment a fiscal year is closed. `opinions` is empty where the value is not counted from opinions. */
export interface ClosingEntry {
  readonly indicator: Indicator;
  /** The year's own figure. */
  readonly yearValue: number | null;
  /** The value the indicator is judged by (with the years before it, where it is cumulative). */
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  readonly opinions: readonly CountedOpinion[];
  /** What of a counted value no opinions stand behind. */
  readonly unlisted: readonly UnlistedYear[];
  /** Where a typed value came from; null for counted ones. */
  readonly sourceText: string | null;
}

/** A figure of a closed year, without the list behind it. */
export interface ClosedFigure {
  readonly indicatorId: string;
  readonly name: string;
  readonly target: string | null;
  readonly yearValue: number | null;
  readonly value: number | null;
  readonly basis: string;
  readonly formula: string;
  readonly percent: number | null;
  readonly met: boolean | null;
  readonly words: string;
  readonly why: string | null;
  readonly sourceText: string | null;
  /** Left out where opinions stand behind the whole value, or none were counted. */
  readonly unlisted?: readonly UnlistedYear[];
}

/** A frozen figure with the opinions it was counted from, sorted by id, and how it was counted. */
export interface FrozenFigure extends ClosedFigure {
  readonly opinions: readonly CountedOpinion[];
  /** The indicator as it was defined; records of the first format have none. */
  readonly definition?: Indicator;
}

/** Records of the first format did not keep how their figures were counted. */
const FORMATS = ['kotae-closing-1', 'kotae-closing-2'] as const;

/** What a closing says. Instants are ISO 8601 in UTC. */
export interface FrozenContent {
  readonly format: (typeof FORMATS)[number];
  readonly planId: string;
  readonly fiscalYear: number;
  readonly closedAt: string;
  readonly closedBy: string;
  readonly figures: readonly FrozenFigure[];
}

/** A closed fiscal year of one plan. `canonical` is kept as it is, byte for byte; `sha256` (hex) is over its UTF-8 bytes. */
export interface FrozenYear {
  readonly content: FrozenContent;
  readonly canonical: string;
  readonly sha256: string;
}

export interface ClosingInput {
  readonly planId: string;
  readonly fiscalYear: number;
  readonly closedAt: Date;
  readonly closedBy: string;
  readonly entries: readonly ClosingEntry[];
}

/** Freezes a fiscal year. The same input gives the same bytes, whatever the order of entries and opinions. */
export function freezeYear(input: ClosingInput): FrozenYear {
  const content: FrozenContent = {
    format: 'kotae-closing-2',
    planId: input.planId,
    fiscalYear: input.fiscalYear,
    closedAt: input.closedAt.toISOString(),
    closedBy: input.closedBy,
    figures: input.entries
      .map((e) => figureOf(e, input.fiscalYear))
      .sort((a, b) => compareIds(a.indicatorId, b.indicatorId)),
  };
  const canonical = canonicalJson(contentJson(content));
  return { content, canonical, sha256: sha256(canonical) };
}

/** Whether the kept bytes still say what was frozen: the digest fits and the content is spelled by them. */
export function isIntact(frozen: FrozenYear): boolean {
  return sha256(frozen.canonical) === frozen.sha256 && canonicalJson(contentJson(frozen.content)) === frozen.canonical;
}

/**
 * A closing from its kept bytes. Throws `wrong_state` when bytes and digest do not belong together: a closed year that was
 * tampered with is never shown as a number.
 */
export function thawYear(canonical: string, digest: string): FrozenYear {
  if (sha256(canonical) !== digest) throw damagedRecord();
  const content = JSON.parse(canonical) as FrozenContent;
  if (!FORMATS.includes(content.format)) throw damagedRecord();
  return { content, canonical, sha256: digest };
}

/** For a record whose bytes and digest do not belong together. */
export function damagedRecord(): DomainError {
  return new DomainError('wrong_state', '締めた年度の記録が壊れているため、表示できません。');
}

/** A figure without its list and definition, for pages that only compare numbers. */
export function closedFigure(figure: FrozenFigure): ClosedFigure {
  const { opinions: _opinions, definition: _definition, ...rest } = figure;
  return rest;
}

/** The indicators of a closing as they were defined; none in records of the first format. */
export function closedDefinitions({ content }: FrozenYear): Indicator[] {
  return content.figures.flatMap(({ definition }) => (definition === undefined ? [] : [definition]));
}

/** SHA-256 (hex) over the numbers of a year as they were looked at: who closes later closes these or is told. */
export function figuresDigest(figures: readonly ClosedFigure[]): string {
  const byId = [...figures].sort((a, b) => compareIds(a.indicatorId, b.indicatorId));
  // What stands behind a number is not looked at: it follows from what is closed.
  return sha256(canonicalJson(byId.map(({ unlisted: _unlisted, ...figure }): Json => figure)));
}

/** One figure as a closing keeps it. */
export function figureOf(entry: ClosingEntry, fiscalYear: number): FrozenFigure {
  const target = targetFor(entry.indicator, fiscalYear);
  return {
    indicatorId: entry.indicator.id,
    name: entry.indicator.name,
    target: target === null ? null : printed(target.raw),
    yearValue: entry.yearValue,
    value: entry.actual.value,
    basis: entry.actual.basis,
    formula: entry.achievement.formula,
    percent: entry.achievement.percent,
    met: entry.achievement.met,
    words: entry.achievement.words,
    why: entry.achievement.why,
    sourceText: entry.sourceText,
    ...(entry.unlisted.length === 0 ? {} : { unlisted: entry.unlisted }),
    opinions: [...entry.opinions].sort((a, b) => compareIds(a.opinionId, b.opinionId)),
    definition: entry.indicator,
  };
}

function contentJson(content: FrozenContent): Json {
  return { ...content, figures: content.figures.map(figureJson) };
}

function figureJson({ definition, unlisted, ...figure }: FrozenFigure): Json {
  const counted = { ...figure, opinions: figure.opinions.map(opinionJson) };
  const kept = unlisted === undefined ? counted : { ...counted, unlisted: unlisted.map((part): Json => ({ ...part })) };
  return definition === undefined ? kept : { ...kept, definition: plainJson(definition) };
}

/** A definition as JSON carries it: fields that are left out stay left out. */
function plainJson(definition: Indicator): Json {
  return JSON.parse(JSON.stringify(definition)) as Json;
}

function opinionJson(o: CountedOpinion): Json {
  return {
    opinionId: o.opinionId,
    countedOn: o.countedOn,
    class: o.class,
    outcome: o.outcome,
    topic: o.topic,
    sectionId: o.sectionId,
    channel: o.channel,
    district: o.district,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
