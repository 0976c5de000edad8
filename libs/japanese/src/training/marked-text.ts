import { normaliseWithMap } from '../normalise';
import { readMarked } from '../testing/read-marked';

/** A normalised text with the places of its names. `free` places are no names but may be replaced by names as well. */
export interface NamedText {
  readonly text: string;
  readonly names: readonly NamedPlace[];
}

export interface NamedPlace {
  readonly start: number;
  readonly end: number;
  /** False: reads like a name and is none, a place or a shop. */
  readonly person: boolean;
}

/** A letter with the names that stand in it, wherever they stand. */
export function namedLetter(body: string, names: readonly string[]): NamedText {
  const { text } = normaliseWithMap(body);
  const places: NamedPlace[] = [];
  const longestFirst = [...new Set(names.map((name) => normaliseWithMap(name).text.trim()))].sort(
    (a, b) => b.length - a.length,
  );
  for (const name of longestFirst) {
    if (name === '') continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (places.some((other) => other.start < end && at < other.end)) continue;
      places.push({ start: at, end, person: true });
      // One character alone is elsewhere an everyday word.
      if (name.length === 1) break;
    }
  }
  return { text, names: places.sort((a, b) => a.start - b.start) };
}

/** A text marked `{name|…}`; `{not|…}` is a word that reads like a name. */
export function namedMarked(marked: string): NamedText {
  const none: string[] = [];
  const plain = marked.replace(/\{not\|([^}]*)\}/g, (_, word: string) => {
    none.push(word);
    return word;
  });
  const { body, spans } = readMarked(plain);
  const letter = namedLetter(
    body,
    spans.filter(({ kind }) => kind === 'name').map(({ text }) => text),
  );
  const others = namedLetter(body, none).names.filter(
    (place) => !letter.names.some((name) => name.start < place.end && place.start < name.end),
  );
  const names = [...letter.names, ...others.map((place) => ({ ...place, person: false }))];
  return { text: letter.text, names: names.sort((a, b) => a.start - b.start) };
}
