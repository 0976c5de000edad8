import type { CountingSource, FormulaOpCode } from '@kotae/contracts';
import type { Channel, OpinionClass, Outcome } from '@kotae/kernel';

/** A way of counting while somebody fills it in. An empty list does not restrict. What is not used is kept: who goes back finds it. */
export interface SourceDraft {
  kind: CountingSource['kind'];
  mode: string;
  measure: 'class' | 'outcome';
  classes: OpinionClass[];
  outcomes: Outcome[];
  channels: Channel[];
  topics: string[];
  sectionIds: string[];
  districts: string[];
  op: FormulaOpCode;
  indicatorIds: string[];
}

export function draftOf(source: CountingSource, mode: string): SourceDraft {
  const facts = source.kind === 'facts' ? source : null;
  const formula = source.kind === 'formula' ? source : null;
  return {
    kind: source.kind,
    mode,
    measure: facts?.measure ?? 'class',
    classes: facts?.classes ?? [],
    outcomes: facts?.outcomes ?? [],
    channels: facts?.channels ?? [],
    topics: facts?.topics ?? [],
    sectionIds: facts?.sectionIds ?? [],
    districts: facts?.districts ?? [],
    op: formula?.op ?? 'share_met',
    indicatorIds: formula?.indicatorIds ?? [],
  };
}

export function sourceOf(draft: SourceDraft): CountingSource {
  if (draft.kind === 'formula') return { kind: 'formula', op: draft.op, indicatorIds: draft.indicatorIds };
  if (draft.kind !== 'facts') return { kind: draft.kind };
  const { measure, classes, outcomes, channels, topics, sectionIds, districts } = draft;
  return {
    kind: 'facts',
    measure,
    ...(classes.length > 0 && { classes }),
    ...(measure === 'outcome' && { outcomes }),
    ...(channels.length > 0 && { channels }),
    ...(topics.length > 0 && { topics }),
    ...(sectionIds.length > 0 && { sectionIds }),
    ...(districts.length > 0 && { districts }),
  };
}

/** Modes that make sense with a kind of source, the one at hand first where it is none of them. */
export function modesFor(draft: SourceDraft, modes: readonly { value: string; label: string }[]) {
  const fitting =
    draft.kind === 'facts'
      ? ['annual', 'cumulative']
      : draft.kind === 'formula'
        ? ['annual', 'point_in_time', ...(draft.op === 'sum' ? ['cumulative'] : [])]
        : modes.map((mode) => mode.value);
  return modes.filter((mode) => fitting.includes(mode.value));
}

/** The draft with a mode that fits its kind. */
export function withFittingMode(draft: SourceDraft, modes: readonly { value: string; label: string }[]): SourceDraft {
  const fitting = modesFor(draft, modes);
  return fitting.some((mode) => mode.value === draft.mode) ? draft : { ...draft, mode: fitting[0]?.value ?? 'annual' };
}

/** Two previews beside each other, year by year. */
export function comparedYears(
  present: readonly { fiscalYear: number; actual: number | null }[],
  changed: readonly { fiscalYear: number; actual: number | null }[],
): { fiscalYear: number; before: number | null; after: number | null }[] {
  const years = [...new Set([...present, ...changed].map((year) => year.fiscalYear))].toSorted((a, b) => a - b);
  const at = (list: typeof present, year: number) => list.find((one) => one.fiscalYear === year)?.actual ?? null;
  return years.map((fiscalYear) => ({ fiscalYear, before: at(present, fiscalYear), after: at(changed, fiscalYear) }));
}
