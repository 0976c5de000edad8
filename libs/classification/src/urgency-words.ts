import { foldKana } from '@kotae/japanese';
import { HARMLESS_WORDS, URGENCY_CONCEPTS, type UrgencyConcept } from './urgency-lexicon';

/** A word of the lexicon found in a squeezed text. */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** The concepts by number. */
export const CONCEPT_NAMES = Object.keys(URGENCY_CONCEPTS) as UrgencyConcept[];

const HARMLESS = -1;

interface Word {
  readonly text: string;
  readonly concept: number;
}

const SINGLE = new Map<number, number[]>();
const LONGER = new Map<number, Word[]>();

function enter(words: string, concept: number): void {
  for (const word of words.split(/\s+/)) {
    const text = foldKana(word.normalize('NFKC')).toLowerCase();
    if (text.length === 1) {
      SINGLE.set(text.charCodeAt(0), [...(SINGLE.get(text.charCodeAt(0)) ?? []), concept]);
    } else if (text.length > 1) {
      const key = (text.charCodeAt(0) << 16) | text.charCodeAt(1);
      const list = LONGER.get(key) ?? [];
      if (!list.some((known) => known.text === text && known.concept === concept)) list.push({ text, concept });
      LONGER.set(key, list);
    }
  }
}

CONCEPT_NAMES.forEach((name, number) => enter(URGENCY_CONCEPTS[name], number));
enter(HARMLESS_WORDS, HARMLESS);

/** The lexicon's words in a squeezed text, in order; none inside a figure of speech. Linear in the text. */
export function findConcepts(text: string): { hits: ConceptHit[]; harmless: ConceptHit[] } {
  const found: ConceptHit[] = [];
  const harmless: ConceptHit[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (const concept of SINGLE.get(code) ?? []) found.push({ concept, start: i, end: i + 1 });
    for (const word of LONGER.get((code << 16) | text.charCodeAt(i + 1)) ?? []) {
      if (!text.startsWith(word.text, i)) continue;
      const hit = { concept: word.concept, start: i, end: i + word.text.length };
      if (word.concept === HARMLESS) harmless.push(hit);
      else found.push(hit);
    }
  }
  if (harmless.length === 0) return { hits: found, harmless };
  // Both lists are in order of their starts: one sweep keeps what no harmless word holds entirely.
  let at = 0;
  let reach = 0;
  const hits = found.filter((hit) => {
    for (let next = harmless[at]; next !== undefined && next.start <= hit.start; next = harmless[++at])
      reach = Math.max(reach, next.end);
    return hit.end > reach || hit.start >= reach;
  });
  return { hits, harmless };
}
