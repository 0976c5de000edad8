import type { FrozenFigure } from './closing';
import type { CountedOpinion } from './facts';
import { tidy } from './numbers';

/** 修正再表示: a closed number beside what the same question answers today. Ids are sorted. */
export interface Restatement {
  readonly indicatorId: string;
  readonly then: number | null;
  readonly now: number | null;
  /** now − then; null when one of them is unknown. */
  readonly difference: number | null;
  /** Opinions that count today and did not then. */
  readonly added: readonly string[];
  /** Opinions that counted then and do not today. */
  readonly removed: readonly string[];
  /** Opinions that count in both, in another state (class, topic, section, day). */
  readonly changed: readonly string[];
  readonly restated: boolean;
}

/** What a figure would be today. */
export interface CurrentFigure {
  readonly value: number | null;
  readonly opinions: readonly CountedOpinion[];
}

/** Then, now, and which opinions make the difference: for counted figures, now − then = added − removed. */
export function restatement(frozen: FrozenFigure, now: CurrentFigure): Restatement {
  const then = new Map(frozen.opinions.map((o) => [o.opinionId, o]));
  const today = new Map(now.opinions.map((o) => [o.opinionId, o]));
  const added = [...today.keys()].filter((id) => !then.has(id)).sort();
  // A sum over closed years may hold an opinion twice: closed in one year and moved to the next. Once too often is removed.
  const twice = frozen.opinions.filter((o) => then.get(o.opinionId) !== o).map((o) => o.opinionId);
  const removed = [...[...then.keys()].filter((id) => !today.has(id)), ...twice].sort();
  const changed = [...then.values()]
    .filter((o) => differs(o, today.get(o.opinionId)))
    .map((o) => o.opinionId)
    .sort();
  return {
    indicatorId: frozen.indicatorId,
    then: frozen.value,
    now: now.value,
    difference: frozen.value === null || now.value === null ? null : tidy(now.value - frozen.value),
    added,
    removed,
    changed,
    restated: frozen.value !== now.value || added.length > 0 || removed.length > 0,
  };
}

function differs(a: CountedOpinion, b: CountedOpinion | undefined): boolean {
  if (b === undefined) return false;
  return (
    a.countedOn !== b.countedOn ||
    a.class !== b.class ||
    a.outcome !== b.outcome ||
    a.topic !== b.topic ||
    a.sectionId !== b.sectionId ||
    a.channel !== b.channel ||
    a.district !== b.district
  );
}
