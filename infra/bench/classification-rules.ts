import { findUrgency, groupNearDuplicates, type LabelledLetter } from '@kotae/classification';
import { findPersonalInformation } from '@kotae/japanese';
import { overlap, placed } from './classification-spans';

/** Shares are 0…1. */
export interface UrgencyFigures {
  readonly urgent: number;
  readonly recall: number;
  readonly falseAlarms: number;
}

/** How many urgent letters are found, and how many calm ones are taken for urgent. */
export function urgencyFigures(letters: readonly LabelledLetter[]): UrgencyFigures {
  const found = (letter: LabelledLetter): boolean =>
    findUrgency(letter.body) !== null || (letter.subject !== null && findUrgency(letter.subject) !== null);
  const urgent = letters.filter((letter) => (letter.urgent ?? null) !== null);
  const calm = letters.filter((letter) => (letter.urgent ?? null) === null);
  return {
    urgent: urgent.length,
    recall: urgent.filter(found).length / Math.max(1, urgent.length),
    falseAlarms: calm.filter(found).length / Math.max(1, calm.length),
  };
}

/** Spans of one kind of personal information: labelled, of these found, proposed, of these right. */
export interface SpanCounts {
  labelled: number;
  recalled: number;
  proposed: number;
  right: number;
}

export interface PersonalInformationFigures {
  readonly recall: number;
  readonly precision: number;
  readonly perKind: ReadonlyMap<string, Readonly<SpanCounts>>;
}

/** A span counts as found when it overlaps a labelled one by half; of what kind it was called does not matter. */
export function personalInformationFigures(letters: readonly LabelledLetter[]): PersonalInformationFigures {
  const perKind = new Map<string, SpanCounts>();
  const of = (kind: string): SpanCounts => {
    const counts = perKind.get(kind) ?? { labelled: 0, recalled: 0, proposed: 0, right: 0 };
    perKind.set(kind, counts);
    return counts;
  };
  for (const { body, pii } of letters) {
    const labels = pii ?? [];
    const kindOf = new Map(labels.map((span) => [span.text, span.kind]));
    const wanted = placed(
      body,
      labels.map((span) => span.text),
    );
    const found = findPersonalInformation(body);
    const same = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
      overlap(a, b) >= 0.5;
    for (const span of wanted) {
      const counts = of(kindOf.get(span.text) ?? '');
      counts.labelled += 1;
      if (found.some((other) => same(span, other))) counts.recalled += 1;
    }
    for (const span of found) {
      const counts = of(span.kind);
      counts.proposed += 1;
      // A name written twice is labelled once; finding it the second time is right as well.
      if (wanted.some((other) => same(span, other) || other.text === span.text)) counts.right += 1;
    }
  }
  const total = (key: keyof SpanCounts): number => [...perKind.values()].reduce((sum, counts) => sum + counts[key], 0);
  return {
    recall: total('recalled') / Math.max(1, total('labelled')),
    precision: total('right') / Math.max(1, total('proposed')),
    perKind,
  };
}

/** Pairwise F1 of the groups found against the labelled groups; 1 where there is neither. */
export function nearDuplicateF1(letters: readonly LabelledLetter[]): number {
  const pairs = (groups: readonly (readonly string[])[]): Set<string> =>
    new Set(groups.flatMap((ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => `${a} ${b}`))));
  const labelled = new Map<string, string[]>();
  for (const { id, group } of letters) if (group != null) labelled.set(group, [...(labelled.get(group) ?? []), id]);
  const wanted = pairs([...labelled.values()]);
  const found = pairs(groupNearDuplicates(letters.map(({ id, body }) => ({ id, text: body }))));
  if (wanted.size + found.size === 0) return 1;
  const both = [...found].filter((pair) => wanted.has(pair)).length;
  return (2 * both) / (wanted.size + found.size);
}
