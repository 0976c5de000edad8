import { findPersonalInformationWith } from '../find-personal-information';
import { findNamesLearnt } from '../names-learnt';
import { normaliseWithMap } from '../normalise';
import { isPublicPerson } from '../public-persons';
import type { NameTagger } from '../shipped-tagger';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface LabelledNames {
  readonly body: string;
  readonly pii: readonly { readonly text: string; readonly kind: string }[];
}

export interface Judgement {
  /** Labelled names found. */
  found: number;
  proposed: number;
  right: number;
}

export interface NameJudgement {
  labelled: number;
  readonly rules: Judgement;
  readonly tagger: Judgement;
  readonly both: Judgement;
}

/** Counts what the rules, the tagger and both together find; a find that overlaps a label by half is right. */
export function judgeNames(letters: readonly LabelledNames[], tagger: NameTagger): NameJudgement {
  const nothing = (): Judgement => ({ found: 0, proposed: 0, right: 0 });
  const total: NameJudgement = { labelled: 0, rules: nothing(), tagger: nothing(), both: nothing() };
  for (const { body, pii } of letters) {
    const wanted = placed(
      body,
      pii.filter(({ kind }) => kind === 'name').map(({ text }) => text),
    );
    total.labelled += wanted.length;
    const all = findPersonalInformationWith(null, body);
    const rules = all.filter(({ kind }) => kind === 'name');
    const { text, offsets } = normaliseWithMap(body);
    const tagged = findNamesLearnt(text, tagger)
      .filter(({ start, end }) => !isPublicPerson(text, start, end))
      .map(({ start, end }) => {
        const [from, to] = [offsets[start] ?? 0, offsets[end] ?? body.length];
        return { start: from, end: to, text: body.slice(from, to) };
      });
    const both = findPersonalInformationWith(tagger, body).filter(({ kind }) => kind === 'name');
    count(total.rules, wanted, rules);
    count(total.tagger, wanted, tagged);
    count(total.both, wanted, both);
  }
  return total;
}

/** Names of a letter that are missed, and finds that are none. */
export function mistakes({ body, pii }: LabelledNames, tagger: NameTagger): (Span & { missed: boolean })[] {
  const wanted = placed(
    body,
    pii.filter(({ kind }) => kind === 'name').map(({ text }) => text),
  );
  const found = findPersonalInformationWith(tagger, body).filter(({ kind }) => kind === 'name');
  return [
    ...wanted
      .filter((span) => !found.some((other) => overlap(span, other) >= 0.5))
      .map((span) => ({ ...span, missed: true })),
    ...found
      .filter((span) => !wanted.some((other) => overlap(span, other) >= 0.5 || other.text === span.text))
      .map((span) => ({ ...span, missed: false })),
  ];
}

function count(to: Judgement, wanted: readonly Span[], found: readonly Span[]): void {
  to.found += wanted.filter((span) => found.some((other) => overlap(span, other) >= 0.5)).length;
  to.proposed += found.length;
  to.right += found.filter((span) =>
    wanted.some((other) => overlap(span, other) >= 0.5 || other.text === span.text),
  ).length;
}

function placed(body: string, parts: readonly string[]): Span[] {
  const next = new Map<string, number>();
  return parts.flatMap((text) => {
    const start = body.indexOf(text, next.get(text) ?? 0);
    if (start < 0) return [];
    next.set(text, start + text.length);
    return [{ start, end: start + text.length, text }];
  });
}

function overlap(a: Span, b: Span): number {
  const inside = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return inside <= 0 ? 0 : inside / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
