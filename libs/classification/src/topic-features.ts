import { addGrams, blockOf, SEEDS, type FeatureBlock } from './feature-block';
import { hashText } from './hashing';
import type { OpinionView } from './opinion-view';

const WORD_RUN = /[一-龠々〆ヶ]{2,}|[ァ-ヴー]{2,}|[a-z]{2,}/g;

function addWords(counts: Map<number, number>, text: string, seed: number): void {
  for (const match of text.matchAll(WORD_RUN)) {
    const word = match[0];
    const key = hashText(word, seed);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

/** What decides the topic: words and character runs of the opinion, then of the subject, then of the neighbourhood. */
export function topicFeatures(view: OpinionView): FeatureBlock[] {
  const text = new Map<number, number>();
  addGrams(text, view.text, SEEDS.text, 1, 4);
  const words = new Map<number, number>();
  addWords(words, view.text, SEEDS.word);
  const subject = new Map<number, number>();
  addGrams(subject, view.subject, SEEDS.text, 1, 4);
  addWords(subject, view.subject, SEEDS.word);
  const around = new Map<number, number>();
  addGrams(around, view.before.slice(-120), SEEDS.before, 2, 4);
  addGrams(around, view.after.slice(0, 80), SEEDS.before, 2, 4);
  return [
    blockOf(1, text),
    blockOf(0.7, words),
    blockOf(0.4, subject),
    blockOf(0.3, around),
  ];
}
