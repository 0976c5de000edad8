import type { PublicationView } from '@kotae/contracts';

type Found = PublicationView['pii'][number];

/** Words that may be personal. */
export interface Finding {
  readonly text: string;
  readonly kind: Found['kind'];
  readonly around: string;
  readonly times: number;
}

export interface PublicTexts {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
}

/** Every occurrence of a found text as ●●, in all three texts: leaving one would publish it. */
export function hideEverywhere(texts: PublicTexts, found: string): PublicTexts {
  if (found === '') return texts;
  const hide = (text: string) => text.replaceAll(found, '●●');
  return { title: hide(texts.title), question: hide(texts.question), answer: hide(texts.answer) };
}

/** How often words stand in the three texts. */
export function timesIn({ title, question, answer }: PublicTexts, words: string): number {
  return words === '' ? 0 : [title, question, answer].reduce((sum, text) => sum + text.split(words).length - 1, 0);
}

/** Found texts, each once, with a few words around the first place for the person who decides. */
export function findings(texts: PublicTexts, pii: readonly Found[]): Finding[] {
  const first = new Map<string, { found: Found; times: number }>();
  for (const found of pii) {
    const known = first.get(found.text);
    if (known) known.times += 1;
    else first.set(found.text, { found, times: 1 });
  }
  return [...first.values()].map(({ found, times }) => ({
    text: found.text,
    kind: found.kind,
    around: texts[found.field].slice(Math.max(0, found.start - 12), found.end + 12),
    times,
  }));
}
