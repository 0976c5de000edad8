import { BLANK, LINE_END } from './name-characters';
import type { NamePlaces } from './name-places';

/** Buckets the features of the name tagger are hashed into; a power of two. */
export const NAME_BUCKETS = 1 << 17;

// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { imul } = Math;

/** Most features a place has. */
export const MOST_FEATURES = 64;

/** Reads the features of the places of one text into a buffer that is used again for each place. */
export class NameFeatures {
  readonly buckets = new Int32Array(MOST_FEATURES);
  count = 0;
  private readonly text: string;
  private lineStart = -1;
  private lineEnd = -1;
  private linesBehind = 0;
  private oneLine = true;

  constructor(private readonly places: NamePlaces) {
    this.text = places.text;
    this.oneLine = !this.text.includes('\n');
  }

  /** Fills `buckets` up to `count` for the place `i`. */
  read(i: number): void {
    const { kind, runStart, runEnd, known } = this.places;
    this.count = 0;
    this.seekLine(i);
    const c = (at: number): number => (at < 0 || at >= this.text.length ? 1 : this.text.charCodeAt(at));
    const k = (at: number): number => (at < 0 || at >= kind.length ? 15 : (kind[at] ?? 0));
    const d = (at: number): number => (at < 0 || at >= known.length ? 128 : (known[at] ?? 0));
    const c0 = c(i);
    const c1 = c(i + 1);
    const c2 = c(i + 2);
    const p1 = c(i - 1);
    const p2 = c(i - 2);
    const kinds = k(i) | (k(i - 1) << 4) | (k(i + 1) << 8);
    const wide = kinds | (k(i - 2) << 12) | (k(i + 2) << 16);
    this.add(1, c0, 0);
    this.add(2, p1, c0);
    this.add(3, c0, c1);
    this.add(4, p2, p1);
    this.add(5, c1, c2);
    this.add(6, pair(p1, c0), c1);
    this.add(7, pair(p2, p1), c0);
    this.add(8, pair(c0, c1), c2);
    this.add(9, c1, 0);
    this.add(10, p1, 0);
    this.add(11, wide, 0);
    this.add(12, wide, (k(i - 3) << 4) | k(i + 3));
    const d0 = d(i);
    const near = d0 | (d(i - 1) << 8) | (d(i + 1) << 16);
    this.add(13, d0, 0);
    this.add(14, near, 0);
    this.add(15, near, kinds);

    const from = runStart[i] ?? i;
    const to = runEnd[i] ?? i + 1;
    const off = Math.min(i - from, 4);
    const left = Math.min(to - 1 - i, 4);
    const place = off | (left << 3) | (k(i) << 6);
    const b1 = c(from - 1);
    const b2 = pair(c(from - 2), b1);
    const b3 = pair(c(from - 3), b2);
    const b4 = pair(c(from - 4), b3);
    const a1 = c(to);
    const a2 = pair(a1, c(to + 1));
    const a3 = pair(a2, c(to + 2));
    const a4 = pair(a3, c(to + 3));
    this.add(16, place, 0);
    this.add(17, place, d0);
    this.add(18, place, b1);
    this.add(19, place, b2);
    this.add(20, off, b3);
    this.add(21, off, b4);
    this.add(22, place, a1);
    this.add(23, place, a2);
    this.add(24, left, a3);
    this.add(25, left, a4);
    this.add(26, d0, pair(b1, a1));
    this.add(27, d0, pair(b2, a1));
    this.add(28, d0, pair(b1, a2));
    this.add(29, off, pair(b2, a2));
    this.add(30, d0, b2);
    this.add(31, d0, b3);
    this.add(32, d0, a2);
    this.add(33, d0, a3);
    this.add(34, place, pair(k(from - 1), k(to)));
    this.add(35, pair(place, d0), pair(k(from - 1), a1));

    // Family and given name with a blank between: what stands before and behind both.
    const first = k(from - 1) === BLANK && k(from - 2) === k(i) ? (runStart[from - 2] ?? from) : from;
    const last = k(to) === BLANK && k(to + 1) === k(i) ? (runEnd[to + 1] ?? to) : to;
    const split = (first < from ? 1 : 0) | (last > to ? 2 : 0);
    const gb = pair(c(first - 2), c(first - 1));
    const ga = pair(c(last), c(last + 1));
    this.add(36, split | (d0 << 2), gb);
    this.add(37, split | (d0 << 2), ga);
    this.add(38, split | (Math.min(i - first, 7) << 2), Math.min(last - i, 7));
    this.add(39, pair(split, d0), pair(k(first - 1), k(last)));

    const opens = from === this.lineStart ? 1 : 0;
    const closes = to === this.lineEnd ? 2 : 0;
    const alone = first === this.lineStart && last === this.lineEnd ? 4 : 0;
    const width = this.lineEnd - this.lineStart;
    const line =
      opens |
      closes |
      alone |
      (width < 8 ? 8 : width < 16 ? 16 : 0) |
      (Math.min(this.linesBehind, 3) << 5) |
      (this.oneLine ? 128 : 0);
    this.add(40, line, d0);
    this.add(41, line, place);
    this.add(42, line, pair(k(from - 1), k(to)));
    const bearing = this.bearing(from);
    this.add(43, bearing, d0);
    this.add(44, bearing, a1);
    this.add(45, bearing, pair(b1, a1));
  }

  private add(id: number, a: number, b: number): void {
    let h = imul(id + 0x9e37, 0x85ebca6b) ^ imul(a, 0xc2b2ae35) ^ imul(b ^ 0x51ed, 0x27d4eb2f);
    h = imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h ^= h >>> 13;
    this.buckets[this.count++] = h & (NAME_BUCKETS - 1);
  }

  private seekLine(i: number): void {
    if (i >= this.lineStart && i < this.lineEnd) return;
    const text = this.text;
    this.lineStart = i === 0 ? 0 : text.lastIndexOf('\n', i - 1) + 1;
    const end = text.indexOf('\n', i);
    this.lineEnd = end < 0 ? text.length : end;
    let behind = 0;
    for (let at = end; at >= 0 && behind < 3; at = text.indexOf('\n', at + 1)) if (at + 1 < text.length) behind += 1;
    this.linesBehind = behind;
    while (this.lineStart < i && this.places.kind[this.lineStart] === BLANK) this.lineStart += 1;
    while (this.lineEnd > i + 1 && this.places.kind[this.lineEnd - 1] === BLANK) this.lineEnd -= 1;
  }

  /** What stands in the dozen characters before: a word for kin, an office, a label; as bits. */
  private bearing(from: number): number {
    let bits = 0;
    for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
      if (this.places.kind[at] === LINE_END) break;
      bits |= BEARINGS.get(this.text.charCodeAt(at)) ?? 0;
    }
    return bits;
  }
}

function pair(a: number, b: number): number {
  return (imul(a, 0x1000193) ^ b) | 0;
}

const BEARINGS = new Map<number, number>();
['母父妻夫娘息姉兄弟妹孫祖婦親児', '課係市署局員', '隣担医護師組班友', '氏名者人', '歳才年組生'].forEach(
  (letters, bit) => {
    for (const letter of letters) {
      const code = letter.charCodeAt(0);
      BEARINGS.set(code, (BEARINGS.get(code) ?? 0) | (1 << bit));
    }
  },
);
