import { findPersonalInformation, maskPersonalInformation, normaliseWithMap } from '@kotae/japanese';

/** What a submission's form knows of its writer. */
export interface KnownOfWriter {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly postalCode?: string | null;
  readonly address?: string | null;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Opinions and subject as a second voice may see them. More is masked than for a person, because a label needs none of it:
 * what the finder finds in the whole body and in the part alone, what the writer's form says wherever it stands, and every
 * long number. A name that the finder misses stays: that is why the server must be inside the city's network.
 */
export function maskForVoice(
  letter: { readonly subject: string | null; readonly body: string; readonly writer?: KnownOfWriter | null },
  opinions: readonly (Place & { readonly text: string })[],
): { readonly subject: string; readonly opinions: readonly string[] } {
  const known = knownPatterns(letter.writer ?? {});
  const inBody = findPersonalInformation(letter.body);
  const masked = (text: string, more: readonly Place[]) =>
    maskPersonalInformation(text, [...more, ...findPersonalInformation(text), ...matches(text, [...known, NUMBERS])]);
  return {
    subject: masked(letter.subject ?? '', []),
    opinions: opinions.map(({ text, start, end }) =>
      masked(
        text,
        letter.body.slice(start, end) === text
          ? inBody.map((s) => ({ start: s.start - start, end: s.end - start }))
          : [],
      ),
    ),
  };
}

/** Four or more digits, Latin or Japanese, however they are set apart. */
const NUMBERS = /[0-9〇零一二三四五六七八九](?:[\s.,・()‐‑–—ー−/_-]{0,2}[0-9〇零一二三四五六七八九]){3,}/gu;

function knownPatterns({ name, email, phone, postalCode, address }: KnownOfWriter): RegExp[] {
  const words = [name, email, phone, postalCode, address, ...partsOfName(name ?? '')];
  const folded = words.map((word) => normaliseWithMap(word ?? '').text.replace(/\s+/gu, ''));
  return [...new Set(folded)]
    .filter((word) => word.length >= 2)
    .sort((a, b) => b.length - a.length)
    .map(
      (word) => new RegExp([...word].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')).join('\\s*'), 'giu'),
    );
}

/** Family and given name; where they are written as one word, whatever they may be. */
function partsOfName(name: string): string[] {
  const parts = name.trim().split(/\s+/u);
  const [one] = parts;
  if (parts.length > 1 || one === undefined || one.length > 6) return parts;
  return [2, 3].filter((length) => length < one.length).flatMap((length) => [one.slice(0, length), one.slice(-length)]);
}

/** Places in the text as it is written, looked for in its folded form. */
function matches(text: string, patterns: readonly RegExp[]): Place[] {
  const { text: folded, offsets } = normaliseWithMap(text);
  return patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: offsets[index] ?? 0,
      end: offsets[index + found.length] ?? text.length,
    })),
  );
}
