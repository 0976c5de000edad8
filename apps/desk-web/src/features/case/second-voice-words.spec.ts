import type { OpinionGuess } from '@kotae/contracts';
import { secondVoiceWords } from './second-voice-words';

const names = {
  class: (code: string) => ({ complaint: '苦情', inquiry: '問合せ' })[code] ?? '',
  topic: (code: string) => ({ roads: '道路', parks: '公園' })[code] ?? '',
};
const words = (secondVoice: OpinionGuess['secondVoice']) => {
  const ranked = { confidence: 0.8, reasons: [], alternatives: [] };
  const guess: OpinionGuess = {
    start: 0,
    end: 1,
    text: 'あ',
    class: { ...ranked, code: 'complaint' },
    subtype: null,
    topic: { ...ranked, code: 'roads', fewExamples: false },
    sectionId: null,
    secondVoice,
  };
  return secondVoiceWords(guess, names);
};

describe('what is said of the second voice', () => {
  it('is nothing where there is none, or where it said nothing', () => {
    expect(words(null)).toBeNull();
    expect(words({ class: null, topic: null })).toBeNull();
  });

  it('is whether it agrees', () => {
    expect(words({ class: 'complaint', topic: 'roads' })).toBe('もう一つの文章モデルも同じ見方です。');
    expect(words({ class: 'complaint', topic: null })).toBe('もう一つの文章モデルも同じ見方です。');
  });

  it('is what it says instead, when it does not', () => {
    expect(words({ class: 'inquiry', topic: 'roads' })).toBe(
      'もう一つの文章モデルは別の見方（分類は「問合せ」）です。',
    );
    expect(words({ class: 'inquiry', topic: 'parks' })).toBe(
      'もう一つの文章モデルは別の見方（分類は「問合せ」、分野は「公園」）です。',
    );
  });
});
