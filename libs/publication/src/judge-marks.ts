import { normalise } from '@kotae/japanese';
import { MARK_KINDS, type MarkKind } from '@kotae/kernel';
import { piecesOf, sharedMarks } from './align-marks';
import { PLACE, type DraftField } from './draft-public-text';
import type { HiddenMark } from './hidden-mark';
import { PUBLIC_TEXT_FIELDS, type PublicText } from './publication';
import type { UnresolvedSpan } from './unresolved';

/** What people made of the machine's marks of one kind in one text: places, never words. */
export interface MarkVerdict {
  readonly kind: MarkKind;
  /** Marked by the machine and hidden in public. */
  readonly kept: number;
  /** Marked by the machine and shown, because it is nobody's. */
  readonly removed: number;
  /** Hidden by people where the machine had marked nothing. */
  readonly added: number;
  /** Gone with words that were written anew: nobody has judged them. */
  readonly rewritten: number;
}

export interface JudgedText {
  /** As the machine had drafted it. */
  readonly draft: Readonly<Record<keyof PublicText, DraftField>>;
  readonly published: PublicText;
  /** What the machine finds in the published text: all of it has been declared harmless. */
  readonly cleared: readonly UnresolvedSpan[];
  readonly hidden: readonly HiddenMark[];
}

type Fate = Exclude<keyof MarkVerdict, 'kind'>;

const MASKS = /●●|○○/g;
/** In a draft the same signs are the resident's own. */
const PLACES = new RegExp(`${PLACE}|${MASKS.source}`, 'g');

/** Kinds with a place to tell of, in their usual order. */
export function judgeMarks(text: JudgedText): MarkVerdict[] {
  const counts = new Map<MarkKind, Record<Fate, number>>();
  const count = (kind: MarkKind, fate: Fate) => {
    const own = counts.get(kind) ?? { kept: 0, removed: 0, added: 0, rewritten: 0 };
    own[fate] += 1;
    counts.set(kind, own);
  };
  let extra = 0;
  for (const field of PUBLIC_TEXT_FIELDS) {
    const cleared = text.cleared.filter((span) => span.field === field);
    extra += judgeField(text.draft[field], text.published[field], cleared, count);
  }
  const standing = stillHidden(text.hidden, extra);
  for (const { kind, found } of standing) count(kind, found ? 'kept' : 'added');
  for (let i = standing.length; i < extra; i++) count('other', 'added');
  return MARK_KINDS.flatMap((kind) => {
    const own = counts.get(kind);
    return own === undefined ? [] : [{ kind, ...own }];
  });
}

/**
 * What was hidden in the editor and certainly stands behind one of `masks`. Where fewer stand than were hidden, some are gone,
 * and nobody has said which: of a kind so many stand for certain as are left when all that are gone were of it.
 */
function stillHidden(hidden: readonly HiddenMark[], masks: number): HiddenMark[] {
  const gone = Math.max(0, hidden.length - masks);
  const alike = Map.groupBy(hidden, ({ kind, found }) => `${kind} ${found}`);
  return [...alike.values()].flatMap((marks) => marks.slice(gone));
}

/** @returns how many masks stand in the public text that the draft did not have. */
function judgeField(
  draft: DraftField,
  published: string,
  cleared: readonly UnresolvedSpan[],
  count: (kind: MarkKind, fate: Fate) => void,
): number {
  const harmless = new Set(cleared.map((span) => normalise(span.text)));
  const [before, after] = [normalise(draft.text), normalise(published)];
  const shown = new Map<string, number>();
  const isShown = (text: string): boolean => {
    const words = normalise(text);
    // One letter of a name stands in other words, too.
    if (words.length < 2 && !harmless.has(words)) return false;
    const left = shown.get(words) ?? timesIn(after, words) - timesIn(before, words);
    shown.set(words, left - 1);
    return left > 0;
  };
  const masks = [...published.matchAll(MASKS)].length;
  const drafted = piecesOf(draft.text, PLACES);
  const { pairs, unsure } = sharedMarks(drafted, piecesOf(published, MASKS));
  const standing = new Set(pairs.map(([sign]) => sign));
  const signs = drafted.filter(({ mark }) => mark).map(({ text }, sign) => ({ sign, own: text !== PLACE }));
  const places = signs.filter(({ own }) => !own);
  let held = signs.filter(({ sign, own }) => own && standing.has(sign)).length;
  draft.places.forEach((place, i) => {
    const open = place.filter(({ kind, text }) => {
      const removed = isShown(text);
      if (removed) count(kind, 'removed');
      return !removed;
    });
    const stays = standing.has(places[i]!.sign) && open.length > 0;
    if (stays) held += 1;
    for (const { kind } of open) count(kind, stays ? 'kept' : 'rewritten');
  });
  for (const { text, kind } of cleared) if (!shown.has(normalise(text))) count(kind, 'removed');
  return masks - held - unsure;
}

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1;
}
