import { blackedOut, occurrences, runsOf } from './letter-marks';

const none = { opinions: [], personal: [], evidence: [], chosen: null };

describe('runsOf', () => {
  it('covers the whole text without gaps, whatever overlaps', () => {
    const runs = runsOf(30, {
      opinions: [
        { start: 3, end: 12 },
        { start: 14, end: 30 },
      ],
      personal: [{ start: 10, end: 16 }],
      evidence: [{ start: 4, end: 6 }],
      chosen: { start: 5, end: 20 },
    });
    expect(runs[0]?.start).toBe(0);
    expect(runs.at(-1)?.end).toBe(30);
    runs.slice(1).forEach((run, i) => expect(run.start).toBe(runs[i]?.end));
  });

  it('numbers opinions and says where each begins, once', () => {
    const runs = runsOf(20, {
      ...none,
      opinions: [
        { start: 2, end: 8 },
        { start: 10, end: 20 },
      ],
      personal: [{ start: 4, end: 6 }],
    });
    expect(runs.filter((run) => run.first).map((run) => [run.start, run.ordinal])).toEqual([
      [2, 1],
      [10, 2],
    ]);
    expect(runs.filter((run) => run.ordinal === 1).map((run) => run.personal)).toEqual([false, true, false]);
  });

  it('is one plain run without marks, and none without text', () => {
    expect(runsOf(5, none)).toHaveLength(1);
    expect(runsOf(0, none)).toHaveLength(0);
  });
});

describe('occurrences', () => {
  it('finds each word each time, only inside the opinion', () => {
    expect(occurrences('直して。直して。直して', { start: 0, end: 8 }, ['直して'])).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
  });

  it('does not hang on an empty word', () => {
    expect(occurrences('abc', { start: 0, end: 3 }, [''])).toEqual([]);
  });
});

describe('blackedOut', () => {
  it('keeps every offset, for characters outside the BMP too', () => {
    expect(blackedOut('𠮷田')).toHaveLength('𠮷田'.length);
  });
});
