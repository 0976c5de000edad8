import type { Topic } from './labels';
import { foldText, type OpinionView } from './opinion-view';
import { DEFAULT_TOPIC_KEYWORDS } from './topic-lexicon';

interface Keyword {
  readonly word: string;
  readonly topics: readonly number[];
  readonly weight: number;
}

/** The words that speak for each topic, ready for scanning. */
export interface KeywordIndex {
  readonly topicCount: number;
  /** Codes of the topics, in the order handed in. */
  readonly codes: readonly string[];
  readonly byFirstUnit: ReadonlyMap<number, readonly Keyword[]>;
}

export function keywordsOf(topic: Topic): readonly string[] {
  const parts = topic.name.split(/[・、,/\s]+/).filter((part) => part.length > 1);
  return [...(topic.keywords ?? DEFAULT_TOPIC_KEYWORDS[topic.code] ?? []), ...parts];
}

export function buildKeywordIndex(topics: readonly Topic[]): KeywordIndex {
  const owners = new Map<string, Set<number>>();
  topics.forEach((topic, index) => {
    for (const raw of keywordsOf(topic)) {
      const word = foldText(raw);
      if (word.length === 0) continue;
      const set = owners.get(word) ?? new Set<number>();
      set.add(index);
      owners.set(word, set);
    }
  });
  const byFirstUnit = new Map<number, Keyword[]>();
  for (const [word, set] of owners) {
    const length = Math.min(1.6, 0.4 + 0.3 * Math.min(word.length, 4));
    const entry: Keyword = { word, topics: [...set], weight: length / Math.pow(set.size, 1.3) };
    const unit = word.charCodeAt(0);
    const list = byFirstUnit.get(unit);
    if (list) list.push(entry);
    else byFirstUnit.set(unit, [entry]);
  }
  for (const list of byFirstUnit.values()) list.sort((a, b) => b.word.length - a.word.length);
  return { topicCount: topics.length, codes: topics.map((topic) => topic.code), byFirstUnit };
}

/** Sums the weights of the keywords found, per topic; a word inside a longer found word does not count again. */
export function scanKeywords(
  index: KeywordIndex,
  text: string,
  found?: (word: string, topics: readonly number[]) => void,
): Float64Array {
  const scores = new Float64Array(index.topicCount);
  const seen = new Map<string, number>();
  let covered = 0;
  for (let i = 0; i < text.length; i++) {
    const list = index.byFirstUnit.get(text.charCodeAt(i));
    if (!list) continue;
    for (const keyword of list) {
      if (!text.startsWith(keyword.word, i)) continue;
      const end = i + keyword.word.length;
      const inside = end <= covered;
      covered = Math.max(covered, end);
      const times = (seen.get(keyword.word) ?? 0) + 1;
      seen.set(keyword.word, times);
      const gain = (keyword.weight / times) * (inside ? 0.3 : 1);
      for (const topic of keyword.topics) scores[topic]! += gain;
      found?.(keyword.word, keyword.topics);
      break;
    }
  }
  return scores;
}

/** Signals per topic that come from keywords alone; one learnt weight serves every topic, so a new topic has them too. */
export const TOPIC_SIGNALS = 5;

/** Row-major [topic × TOPIC_SIGNALS]. */
export function topicSignals(index: KeywordIndex, view: OpinionView): Float32Array {
  const sources = [view.text, view.request, view.subject, view.before.slice(-120) + '\n' + view.after.slice(0, 80)];
  const out = new Float32Array(index.topicCount * TOPIC_SIGNALS);
  sources.forEach((source, s) => {
    const scores = scanKeywords(index, source);
    let total = 0;
    for (const score of scores) total += score;
    for (let t = 0; t < scores.length; t++) {
      out[t * TOPIC_SIGNALS + s] = Math.log1p(scores[t]!);
      if (s === 0 && total > 0) out[t * TOPIC_SIGNALS + 4] = scores[t]! / (total + 0.5);
    }
  });
  return out;
}
