import { findPersonalInformation } from '@kotae/japanese';
import { draftPublicText } from './draft-public-text';
import { judgeMarks, type MarkVerdict } from './judge-marks';
import type { HiddenMark } from './hidden-mark';
import { makePublicText } from './make-public-text';
import { findUnresolvedPersonalInformation } from './unresolved';

const LETTER =
  '隣の家の田中さんが困っています。電話は090-1234-5678です。車は水戸 300 あ 12-34 でした。街灯を増やしてください。';

function judged(question: string, hidden: readonly HiddenMark[] = [], letter = LETTER): MarkVerdict[] {
  const source = {
    subject: '街灯について',
    opinions: [
      { id: 'a', ordinal: 1, text: letter, answer: '検討します。', topic: 'roads', sectionId: 'roads', outcome: null },
    ],
  };
  const published = { ...makePublicText(source, []), question };
  return judgeMarks({
    draft: draftPublicText(source, []),
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
