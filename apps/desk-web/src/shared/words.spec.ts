import { circled, confidenceWords, dueWords, sizeWords } from './words';

describe('dueWords', () => {
  it.each([
    [-2, '2日超過', 'danger'],
    [0, '今日まで', 'warning'],
    [1, '明日まで', 'warning'],
    [3, 'あと3日', 'warning'],
    [4, 'あと4日', 'neutral'],
  ])('says %d days in words', (days, text, tone) => {
    expect(dueWords(days)).toEqual({ text, tone });
  });

  it('says nothing where there is no deadline', () => {
    expect(dueWords(null)).toBeNull();
  });
});

describe('confidenceWords', () => {
  it('rounds to whole percent and never claims certainty', () => {
    expect(confidenceWords(0.917)).toBe('92%');
    expect(confidenceWords(1)).toBe('99%');
    expect(confidenceWords(0)).toBe('1%');
  });
});

describe('circled', () => {
  it('numbers opinions, past twenty too', () => {
    expect([1, 2, 20, 21].map(circled)).toEqual(['①', '②', '⑳', '(21)']);
  });
});

describe('sizeWords', () => {
  it('keeps one decimal only where it tells something', () => {
    expect([512, 1536, 10_485_760].map(sizeWords)).toEqual(['512 B', '1.5 KB', '10 MB']);
  });
});
