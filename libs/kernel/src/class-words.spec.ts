import { OPINION_CLASS_RULES, classNamesOf, classWordsOf } from './class-words';
import { OPINION_CLASSES, OPINION_CLASS_LABELS } from './codes';

describe('the words of classes', () => {
  it('are the product’s where a city has set none, for all six', () => {
    for (const city of [undefined, {}, { words: {} }]) {
      expect(classNamesOf(city)).toEqual(OPINION_CLASS_LABELS);
      expect(Object.keys(classWordsOf(city))).toEqual([...OPINION_CLASSES]);
    }
  });

  it('are the city’s where it has, and an empty name is none', () => {
    const city = { words: { inquiry: { name: '質問', rule: '' }, complaint: { name: '', rule: '困っている声' } } };
    expect(classWordsOf(city).inquiry).toEqual({ name: '質問', rule: OPINION_CLASS_RULES.inquiry });
    expect(classWordsOf(city).complaint).toEqual({ name: '苦情', rule: '困っている声' });
  });
});
