import { boundaries, remainder, sentenceAt, stepped, trimmed } from './spans';

const TEXT = '図書館を、夜まで開けてください。また、駅前にも分館を。\n以上です';
const slice = (span: { start: number; end: number } | null) => span && TEXT.slice(span.start, span.end);

describe('boundaries', () => {
  it('cuts sentences and clauses without losing a character', () => {
    for (const unit of ['sentence', 'clause'] as const) {
      const ends = boundaries(TEXT, unit);
      const pieces = ends.map((end, i) => TEXT.slice(ends[i - 1] ?? 0, end));
      expect(pieces.join('')).toBe(TEXT);
      expect(pieces.every((piece) => piece.length > 0)).toBe(true);
    }
    expect(boundaries(TEXT, 'sentence')).toHaveLength(3);
    expect(boundaries(TEXT, 'clause')).toHaveLength(5);
  });

  it('keeps a closing bracket with its sentence', () => {
    expect(boundaries('「直して。」と言った。', 'sentence')).toEqual([6, 11]);
  });

  it('has nothing to cut in an empty text', () => {
    expect(boundaries('', 'sentence')).toEqual([]);
  });
});

describe('sentenceAt', () => {
  it('finds the sentence that holds an offset, first and last too', () => {
    expect(slice(sentenceAt(TEXT, 0))).toBe('図書館を、夜まで開けてください。');
    expect(slice(sentenceAt(TEXT, 18))).toBe('また、駅前にも分館を。\n');
    expect(slice(sentenceAt(TEXT, TEXT.length))).toBe('以上です');
  });
});

describe('stepped', () => {
  const second = sentenceAt(TEXT, 18);
  it('walks sentences and stops at both ends', () => {
    expect(slice(stepped(TEXT, second, 'previous'))).toBe('図書館を、夜まで開けてください。');
    expect(slice(stepped(TEXT, second, 'next'))).toBe('以上です');
    const last = sentenceAt(TEXT, TEXT.length);
    expect(stepped(TEXT, last, 'next')).toEqual(last);
    const first = sentenceAt(TEXT, 0);
    expect(stepped(TEXT, first, 'previous')).toEqual(first);
  });

  it('moves both ends by clauses and never to nothing', () => {
    expect(slice(stepped(TEXT, second, 'start-later'))).toBe('駅前にも分館を。\n');
    const one = stepped(TEXT, second, 'start-later');
    expect(stepped(TEXT, one, 'start-later')).toEqual(one);
    expect(slice(stepped(TEXT, second, 'shorter'))).toBe('また、');
    expect(slice(stepped(TEXT, second, 'longer'))).toBe('また、駅前にも分館を。\n以上です');
    expect(slice(stepped(TEXT, second, 'start-earlier'))).toBe('夜まで開けてください。また、駅前にも分館を。\n');
  });
});

describe('remainder', () => {
  const whole = { start: 0, end: TEXT.length };
  it('keeps the longer side', () => {
    expect(slice(remainder(TEXT, whole, sentenceAt(TEXT, 18)))).toBe('図書館を、夜まで開けてください。');
    expect(slice(remainder(TEXT, whole, sentenceAt(TEXT, 0)))).toBe('また、駅前にも分館を。\n以上です');
  });

  it('leaves nothing when everything is taken', () => {
    expect(remainder(TEXT, whole, whole)).toBeNull();
  });
});

describe('trimmed', () => {
  it('drops white space, full width too, and says when nothing is left', () => {
    expect(trimmed('　a\n ', { start: 0, end: 4 })).toEqual({ start: 1, end: 2 });
    expect(trimmed('　\n', { start: 0, end: 2 })).toBeNull();
  });
});
