import { findPersonalInformation } from '@kotae/japanese';
import { draftPublicText, type PublicTextSource } from './draft-public-text';
import { judgeMarks, type MarkVerdict } from './judge-marks';
import type { HiddenMark } from './hidden-mark';
import { makePublicText } from './make-public-text';
import { findUnresolvedPersonalInformation } from './unresolved';

const LETTER =
  '隣の家の田中さんが困っています。電話は090-1234-5678です。車は水戸 300 あ 12-34 でした。街灯を増やしてください。';

function source(text: string): PublicTextSource {
  return {
    subject: '街灯について',
    opinions: [
      { id: 'a', ordinal: 1, text, answer: '検討します。', topic: 'roads', sectionId: 'roads', outcome: null },
    ],
  };
}

function judged(question: string, hidden: readonly HiddenMark[] = [], letter = LETTER): MarkVerdict[] {
  const published = { ...makePublicText(source(letter), []), question };
  return judgeMarks({
    draft: draftPublicText(source(letter), []),
    published,
    cleared: findUnresolvedPersonalInformation(published, [], []),
    hidden,
  });
}
const none = { kept: 0, removed: 0, added: 0, rewritten: 0 };

describe('what people made of the marks', () => {
  it('the machine marks in this letter what the examples are about', () => {
    expect(findPersonalInformation(LETTER, { publicWords: [] }).map(({ kind }) => kind)).toEqual([
      'name',
      'phone',
      'plate',
    ]);
  });

  it.each<[string, string, HiddenMark[], MarkVerdict[]]>([
    [
      'all kept',
      '隣の家の●●さんが困っています。電話は●●です。車は●●でした。街灯を増やしてください。',
      [],
      [
        { ...none, kind: 'name', kept: 1 },
        { ...none, kind: 'phone', kept: 1 },
        { ...none, kind: 'plate', kept: 1 },
      ],
    ],
    [
      'one shown, because it is nobody’s',
      '隣の家の田中さんが困っています。電話は●●です。車は●●でした。街灯を増やしてください。',
      [],
      [
        { ...none, kind: 'name', removed: 1 },
        { ...none, kind: 'phone', kept: 1 },
        { ...none, kind: 'plate', kept: 1 },
      ],
    ],
    [
      'a sentence dropped with its mark: no judgement on it',
      '隣の家の●●さんが困っています。車は●●でした。街灯を増やしてください。',
      [],
      [
        { ...none, kind: 'name', kept: 1 },
        { ...none, kind: 'phone', rewritten: 1 },
        { ...none, kind: 'plate', kept: 1 },
      ],
    ],
    [
      'hidden by a person, who said of what kind, and by hand',
      '●●の●●さんが困っています。電話は●●です。車は●●でした。●●を増やしてください。',
      [{ kind: 'address', found: false }],
      [
        { ...none, kind: 'name', kept: 1 },
        { ...none, kind: 'phone', kept: 1 },
        { ...none, kind: 'address', added: 1 },
        { ...none, kind: 'plate', kept: 1 },
        { ...none, kind: 'other', added: 1 },
      ],
    ],
    [
      'pointed at in the editor, and hidden',
      '隣の家の●●さんが困っています。電話は●●です。車は●●でした。妻の●●も街灯を増やしてほしいそうです。',
      [{ kind: 'name', found: true }],
      [
        { ...none, kind: 'name', kept: 2 },
        { ...none, kind: 'phone', kept: 1 },
        { ...none, kind: 'plate', kept: 1 },
      ],
    ],
    [
      'all written anew',
      '夜道が暗いので、明るくしてください。',
      [],
      [
        { ...none, kind: 'name', rewritten: 1 },
        { ...none, kind: 'phone', rewritten: 1 },
        { ...none, kind: 'plate', rewritten: 1 },
      ],
    ],
  ])('%s', (_, question, hidden, expected) => expect(judged(question, hidden)).toEqual(expected));

  it('a mark set and taken back counts once, whatever was written down on the way', () => {
    const hidden = Array.from({ length: 5 }, () => ({ kind: 'name' as const, found: false }));
    const question = '隣の家の●●さんが困っています。電話は●●です。車は●●でした。街灯を増やしてください。';
    expect(judged(question, hidden)).toEqual(judged(question));
  });

  it('what the machine pointed at in the editor and a person declared harmless was removed', () => {
    const question = '隣の家の●●さんが困っています。電話は●●です。車は●●でした。080-1111-2222へどうぞ。';
    expect(judged(question)).toContainEqual({ ...none, kind: 'phone', kept: 1, removed: 1 });
  });

  it.each(['○○公園の田中さん。電話は090-1234-5678です。', '電話は090-1234-5678です。●●と書かれました。'])(
    'signs that the resident wrote are nobody’s marks: %s',
    (letter) => {
      const { question } = makePublicText(source(letter), []);
      expect(question).toMatch(/●●.*●●|○○.*●●/);
      for (const text of [question, `${question}街灯を。`, question.replace('電話', '連絡先')]) {
        expect(judged(text, [], letter).flatMap(({ added, rewritten }) => [added, rewritten])).not.toContain(1);
      }
      expect(judged(`${question}●●も。`, [], letter)).toContainEqual({ ...none, kind: 'other', added: 1 });
    },
  );

  const MASKED = '隣の家の●●さんが困っています。電話は●●です。車は●●でした。';
  it.each<[string, string, HiddenMark[], MarkVerdict[]]>([
    [
      'one of two is gone, and nobody knows which',
      `${MASKED}●●を増やしてください。`,
      [
        { kind: 'name', found: true },
        { kind: 'address', found: false },
      ],
      [{ ...none, kind: 'other', added: 1 }],
    ],
    [
      'one of three is gone, so one at least of the two alike stands',
      `${MASKED}●●を●●にしてください。`,
      [
        { kind: 'address', found: false },
        { kind: 'illness', found: false },
        { kind: 'address', found: false },
      ],
      [
        { ...none, kind: 'address', added: 1 },
        { ...none, kind: 'other', added: 1 },
      ],
    ],
  ])('hidden in the editor, and the words were taken out after: %s', (_, question, hidden, expected) => {
    const machine = judged(question).filter(({ kind }) => kind !== 'other');
    const all = judged(question, hidden);
    expect(all).toEqual(expect.arrayContaining([...machine, ...expected]));
    expect(all).toHaveLength(machine.length + expected.length);
  });

  it('has nothing to say where nothing was marked and nothing hidden', () => {
    expect(judged('街灯を増やしてください。', [], '街灯を増やしてください。')).toEqual([]);
  });

  it('every mark of the machine has one fate, in a text as long as may be', () => {
    const many = `${LETTER}\n`.repeat(120);
    const question = makePublicText(
      {
        subject: null,
        opinions: [{ id: 'a', ordinal: 1, text: many, answer: '', topic: '', sectionId: '', outcome: null }],
      },
      [],
    ).question.replace('街灯', '防犯灯');
    const verdicts = judged(question, [], many);
    expect(verdicts.map(({ kept }) => kept)).toEqual([120, 120, 120]);
  });
});
