import { findings, hideEverywhere, timesIn } from './resolve';

const texts = { title: '山田さんの件', question: '隣の山田さんが、山田さんが', answer: 'ありがとうございます' };

describe('hideEverywhere', () => {
  it('hides every occurrence in every text', () => {
    const hidden = hideEverywhere(texts, '山田さん');
    expect(Object.values(hidden).join('')).not.toContain('山田');
    expect(hidden.question).toBe('隣の●●が、●●が');
    expect(hidden.answer).toBe(texts.answer);
  });

  it('leaves everything for an empty text', () => {
    expect(hideEverywhere(texts, '')).toBe(texts);
  });
});

describe('timesIn', () => {
  it('counts what hiding would hide, in all three texts', () => {
    expect(timesIn(texts, '山田さん')).toBe(3);
    expect([timesIn(texts, '田中'), timesIn(texts, '')]).toEqual([0, 0]);
  });
});

describe('findings', () => {
  it('names each text once, with what stands around it', () => {
    const pii = [
      { field: 'question' as const, start: 2, end: 6, text: '山田さん', kind: 'name' as const },
      { field: 'question' as const, start: 8, end: 12, text: '山田さん', kind: 'name' as const },
    ];
    expect(findings(texts, pii)).toEqual([
      { text: '山田さん', kind: 'name', around: '隣の山田さんが、山田さんが', times: 2 },
    ]);
  });
});
