import type { Channel } from '@kotae/kernel';

/** What the classifier looks at: the opinion and the words around it. Texts are folded (see `foldText`) and bounded. */
export interface OpinionView {
  readonly text: string;
  readonly sentences: readonly string[];
  /** The sentence in which something is asked for: the last one that asks, else the last one. */
  readonly request: string;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly channel: Channel | null;
}

const MAX_HEAD = 1600;
const MAX_TAIL = 800;
const MAX_CONTEXT = 260;

/** Folding for features only: NFKC, lower case, digits to 0, white space and decoration dropped. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[0-9]+/g, '0')
    .replace(/[ \t\u3000\u200b-\u200f\ufe00-\ufe0f]+/g, '')
    .replace(/[~〜～ー-]{2,}/g, 'ー')
    .replace(/([!?。、…・])\1+/g, '$1');
}

/** Bounds a text of any length: its head and its tail say what it is about and what it asks for. */
function bounded(text: string): string {
  return text.length <= MAX_HEAD + MAX_TAIL ? text : text.slice(0, MAX_HEAD) + '\n' + text.slice(-MAX_TAIL);
}

const SENTENCE_END = /[。!?\n]+[」』)]?/;

export function sentencesOf(folded: string): string[] {
  return folded
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1);
}

const ASKS =
  /(ください|下さい|くださ|ほしい|欲しい|ほしく|てほし|お願い|おねがい|願い|願う|頼む|頼みます|たのむ|いただき|頂き|いただけ|頂け|もらえ|もらい|もらえませ|くれ$|くれ[。!]|すべき|べきで|べきだ|どうか|どうでしょう|いかがでしょう|いかがで|求め|要望|提案|希望|反対|べし|しろ$|ませんか|ないでしょうか|できないか|できませんか|たい$|たいです|なさい|いいと思|良いと思|よいと思|助かり|ありがた|のこと$)/;

export function requestOf(sentences: readonly string[]): string {
  for (let i = sentences.length - 1; i >= 0; i--) if (ASKS.test(sentences[i]!)) return sentences[i]!;
  return sentences[sentences.length - 1] ?? '';
}

export function viewOf(input: {
  readonly text: string;
  readonly subject: string | null;
  readonly channel: Channel | null;
  readonly before?: string;
  readonly after?: string;
}): OpinionView {
  const text = foldText(bounded(input.text));
  const sentences = sentencesOf(text);
  return {
    text,
    sentences,
    request: requestOf(sentences),
    subject: foldText((input.subject ?? '').slice(0, 120)),
    before: foldText((input.before ?? '').slice(-MAX_CONTEXT)),
    after: foldText((input.after ?? '').slice(0, MAX_CONTEXT)),
    channel: input.channel,
  };
}

/** The body on either side of an opinion; empty when the opinion is not an exact part of it. */
export function surroundings(text: string, body: string | null | undefined): { before: string; after: string } {
  if (!body || text.length === 0) return { before: '', after: '' };
  const at = body.indexOf(text);
  return at < 0 ? { before: '', after: '' } : { before: body.slice(0, at), after: body.slice(at + text.length) };
}
