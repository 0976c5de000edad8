import { addGrams, blockOf, SEEDS, type FeatureBlock } from './feature-block';
import { hashText } from './hashing';
import { scanKeywords, type KeywordIndex } from './keyword-index';
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
export function topicFeatures(view: OpinionView, keywords: KeywordIndex): FeatureBlock[] {
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
  const keyword = new Map<number, number>();
  const lean = new Map<number, number>();
  const scores = scanKeywords(keywords, view.text, (word) => keyword.set(hashText(word, SEEDS.keyword), 1));
  scores.forEach((score, topic) => {
    if (score > 0.2) lean.set(hashText(keywords.codes[topic]!, SEEDS.lean), Math.round(score * 4) + 1);
  });
  return [
    blockOf(1, text),
    blockOf(0.7, words),
    blockOf(0.4, subject),
    blockOf(0.3, around),
    blockOf(0.7, keyword),
    blockOf(0.5, lean),
  ];
}
