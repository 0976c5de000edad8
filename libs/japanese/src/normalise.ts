/** A text folded for matching, with the way back to the text it came from. */
export interface NormalisedText {
  /** The folded text. */
  readonly text: string;
  /**
   * For each UTF-16 unit of `text` the UTF-16 offset in the original where its source begins;
   * one more entry at the end holds the original's length.
   */
  readonly offsets: Int32Array;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Folds a text for matching: NFKC (full-width → ASCII, half-width katakana → katakana), runs of blanks → one blank,
 * runs of line ends → one line feed, invisible characters (zero-width, variation selectors) dropped.
 * Idempotent; linear in the length of the text.
 */
export function normalise(text: string): string {
  return normaliseWithMap(text).text;
}

/** `normalise` that keeps, for every unit of the result, where it came from. */
export function normaliseWithMap(text: string): NormalisedText {
  const length = text.length;
  let offsets = new Int32Array(length + 16);
  const parts: string[] = [];
  let size = 0;
  let plainFrom = 0;
  let last = 0;

  const push = (piece: string, at: number): void => {
    if (size + piece.length + 1 > offsets.length) {
      const larger = new Int32Array((size + piece.length) * 2 + 16);
      larger.set(offsets);
      offsets = larger;
    }
    for (let k = 0; k < piece.length; k++) offsets[size++] = at;
    last = piece.charCodeAt(piece.length - 1);
    parts.push(piece);
  };

  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    const next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
    if (isPlain(code) && !isMark(next)) {
      if (size + 2 > offsets.length) {
        const larger = new Int32Array(offsets.length * 2);
        larger.set(offsets);
        offsets = larger;
      }
      offsets[size++] = i++;
      last = code;
      continue;
    }
    if (plainFrom < i) parts.push(text.slice(plainFrom, i));
    const end = clusterEnd(text, i);
    const folded = fold(text.slice(i, end), code);
    for (const piece of folded) {
      const c = piece.charCodeAt(0);
      if (c === SPACE && last === SPACE) continue;
      if (c === NEWLINE && last === NEWLINE) continue;
      push(piece, i);
    }
    i = end;
    plainFrom = i;
  }
  if (plainFrom < length) parts.push(text.slice(plainFrom));
  offsets[size] = length;
  return { text: parts.join(''), offsets: offsets.subarray(0, size + 1) };
}

/** Characters NFKC leaves alone and that fold to themselves: the bulk of any Japanese text. */
function isPlain(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fe) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x3030)
  );
}

/** A mark that joins the character before it: combining marks, half-width (han)dakuten, variation selectors. */
function isMark(code: number): boolean {
  return (
    code === 0x3099 ||
    code === 0x309a ||
    code === 0xff9e ||
    code === 0xff9f ||
    (code >= 0x0300 && code <= 0x036f) ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

/** Marks beyond this many on one character are left as characters of their own (hostile input stays linear). */
const MAX_MARKS = 8;

function clusterEnd(text: string, start: number): number {
  const high = text.charCodeAt(start);
  let end = start + 1;
  if (high >= 0xd800 && high <= 0xdbff && end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1;
  if (high === 0x0d || high === NEWLINE || high === SPACE) return end;
  for (let n = 0; n < MAX_MARKS && end < text.length && isMark(text.charCodeAt(end)); n++) end += 1;
  return end;
}

function fold(cluster: string, code: number): string {
  if (code === NEWLINE || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (code === 0x09 || code === SPACE || code === 0x3000 || code === 0xa0) return ' ';
  if (isInvisible(code) || (code >= 0xfe00 && code <= 0xfe0f)) return '';
  if (code === 0xdb40 && cluster.length >= 2) return ''; // variation selectors supplement, tags
  return cluster
    .replace(/[\ufe00-\ufe0f]/g, '')
    .normalize('NFKC')
    .replace(/[\t\u00a0]/g, ' ');
}

function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || code === 0xad || code === 0;
}
