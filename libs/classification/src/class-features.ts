import { addGrams, blockOf, SEEDS, type FeatureBlock } from './feature-block';
import { finishHash, hashText, mixUnit } from './hashing';
import type { OpinionView } from './opinion-view';
import { ENDINGS, REQUEST_PATTERNS } from './request-patterns';

function addSuffixes(counts: Map<number, number>, sentence: string, seed: number, longest: number): void {
  let h = seed;
  for (let n = 1; n <= Math.min(longest, sentence.length); n++) {
    h = mixUnit(h, sentence.charCodeAt(sentence.length - n));
    if (n >= 2) counts.set(finishHash(h), 1);
  }
}

function matched(patterns: typeof REQUEST_PATTERNS, text: string): string[] {
  const names: string[] = [];
  for (const { name, pattern } of patterns) if (pattern.test(text)) names.push(name);
  return names;
}

/** Hand-made features: which turns of phrase stand in the request, which anywhere, and pairs of those in the request. */
export function patternNames(view: OpinionView): string[] {
  const inRequest = matched(REQUEST_PATTERNS, view.request);
  const anywhere = matched(REQUEST_PATTERNS, view.text);
  const endings = matched(ENDINGS, view.request);
  const last = view.sentences[view.sentences.length - 1] ?? '';
  const names: string[] = [];
  for (const name of inRequest) names.push(`r:${name}`);
  for (const name of anywhere) names.push(`a:${name}`);
  for (const name of endings) names.push(`e:${name}`);
  for (const name of matched(ENDINGS, last)) names.push(`l:${name}`);
  for (const name of inRequest) for (const end of endings) names.push(`x:${name}+${end}`);
  if (!anywhere.some((name) => ASKING.has(name))) names.push('asks-nothing');
  if (view.sentences.length > 0 && view.sentences.every((s) => /か$/.test(s))) names.push('all-questions');
  names.push(`channel:${view.channel ?? '-'}`);
  const length = view.text.length;
  names.push(`length:${length < 20 ? 0 : length < 40 ? 1 : length < 80 ? 2 : length < 160 ? 3 : 4}`);
  names.push(`sentences:${Math.min(view.sentences.length, 4)}`);
  return names;
}

const ASKING = new Set([
  'please',
  'want',
  'could-you',
  'how-about',
  'propose',
  'oppose',
  'question',
  'tell-me',
  'exist-want',
]);

/** What decides the class: the wording of the request first, then the whole opinion, then what stands around it. */
export function classFeatures(view: OpinionView): FeatureBlock[] {
  const text = new Map<number, number>();
  addGrams(text, view.text, SEEDS.text, 1, 4);
  const request = new Map<number, number>();
  addGrams(request, view.request, SEEDS.request, 1, 5);
  const suffix = new Map<number, number>();
  addSuffixes(suffix, view.request, SEEDS.suffix, 12);
  const around = new Map<number, number>();
  addGrams(around, view.subject, SEEDS.subject, 2, 3);
  addGrams(around, view.before.slice(-40), SEEDS.before, 2, 3);
  addGrams(around, view.after.slice(0, 40), SEEDS.after, 2, 3);
  const patterns = new Map<number, number>();
  for (const name of patternNames(view)) patterns.set(hashText(name), 1);
  return [blockOf(1, text), blockOf(1, request), blockOf(0.5, suffix), blockOf(0.35, around), blockOf(0.8, patterns)];
}
