import { LINEAR, growthOf } from './growth.testing';
import { BEGIN, INSIDE, OUTSIDE, packWeights, unpackWeights } from './split-decode';
import { splitOpinions } from './split-opinions';
import { tagsOf, trainSplitter } from './split-training';
import { unitsOf } from './split-units';

const texts = (body: string): string[] => splitOpinions(body).map((opinion) => opinion.text);

describe('splitOpinions', () => {
  it('leaves one plain request whole', () => {
    expect(texts('市役所前の歩道のタイルが浮いていて転んだ。直してほしい。')).toEqual([
      '市役所前の歩道のタイルが浮いていて転んだ。直してほしい。',
    ]);
  });
  it('finds numbered items', () => {
    const body =
      'お世話になっております。2点お願いがあります。\n１．公園の水飲み場が出ません。直してください。\n２．図書館の開館時間を延ばしてください。\nよろしくお願いします。';
    expect(texts(body)).toEqual(['公園の水飲み場が出ません。直してください。', '図書館の開館時間を延ばしてください。']);
  });
  it('finds items marked ①② in one line', () => {
    expect(texts('①給食費を無償にしてください。②校門前の白線が消えています。塗り直しをお願いします。')).toHaveLength(2);
  });
  it('cuts at a change of subject', () => {
    expect(
      texts(
        '保育園の申込みをネットでできるようにしてください。それと別件ですが、家の前の側溝のふたが割れています。直してください。',
      ),
    ).toHaveLength(2);
  });
  it('cuts where a second request begins with また', () => {
    expect(texts('図書館の開館時間を夜8時まで延ばしてほしいです。また、駅前にも分館をつくってください。')).toEqual([
      '図書館の開館時間を夜8時まで延ばしてほしいです。',
      '駅前にも分館をつくってください。',
    ]);
    expect(texts('側溝のふたが割れています。また、草も伸びています。直してください。')).toHaveLength(1);
  });
  it('leaves greetings and signatures out', () => {
    const [only, ...more] = texts(
      '拝啓　新緑の候、皆様にはご清祥のこととお慶び申し上げます。\n港公民館の屋根がめくれたままです。雨の日は自転車がびしょぬれです。直してください。\n敬具\n山田太郎',
    );
    expect(more).toEqual([]);
    expect(only).toContain('直してください。');
    expect(only).not.toMatch(/拝啓|敬具|山田/);
  });
  it('leaves quoted mail out', () => {
    const found = texts(
      'ご回答をいただきましたが、再度お送りします。\n\n> このたびは貴重なご意見をお寄せいただきありがとうございました。\n> 今後の参考とさせていただきます。\n\n集会所がいつ使えるようになるのか、答えが書かれていません。改めて答えを送ってください。',
    );
    expect(found.join()).not.toContain('貴重なご意見');
  });
  it('gives spans that point into the body, in order, without overlap', () => {
    const body = '😀𠮷野です。\n・道路の穴を直してください🙇‍♀️\n・バスを増やしてください。\n';
    const found = splitOpinions(body);
    found.forEach((opinion, i) => {
      expect(body.slice(opinion.start, opinion.end)).toBe(opinion.text);
      expect(opinion.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
    });
  });
  it('gives at least one for any letter, none for none, and the same each time', () => {
    for (const body of ['', ' ', '\n\n']) expect(texts(body)).toEqual([]);
    for (const body of ['😀', '!!!', 'Please fix the road.', '直せ']) expect(texts(body).length).toBeGreaterThan(0);
    expect(texts('直してください。')).toEqual(texts('直してください。'));
  });
  it.each([
    ['one line', '道路の穴を直してください。'],
    ['brackets', '「（'],
    ['letters', 'a'],
    ['lines', 'あ\n'],
  ])('splits 100,000 characters of %s in linear time', (_name, unit) => {
    expect(growthOf(splitOpinions, unit, 100_000)).toBeLessThan(LINEAR);
  });
});

describe('units', () => {
  it('do not end inside a quotation', () => {
    expect(unitsOf('窓口で「無理です。帰って」と言われた。').map((unit) => unit.text)).toEqual([
      '窓口で「無理です。帰って」と言われた。',
    ]);
  });
  it('set the report’s tail and the lead-in apart', () => {
    expect(unitsOf('それと、道を直してほしいとのこと。').map((unit) => unit.kind)).toEqual(['lead', 'main', 'tail']);
  });
});

describe('learning to split', () => {
  const letters = ['道を直してください。', '公園を直してください。', '橋を直してください。'].map((request) => {
    const body = `こんにちは。${request}`;
    return { body, opinions: [{ start: 6, end: body.length }] };
  });
  it('turns spans into tags', () => {
    const body = 'はじめ。道の穴。直して。橋も。おわり。';
    expect(
      tagsOf(unitsOf(body), [
        { start: 4, end: 12 },
        { start: 12, end: 15 },
      ]),
    ).toEqual([OUTSIDE, BEGIN, INSIDE, BEGIN, OUTSIDE]);
  });
  it('learns from marked letters, the same each time, and survives packing', () => {
    const weights = trainSplitter(letters);
    const body = 'こんにちは。柵を直してください。';
    expect(splitOpinions(body, weights).map((o) => o.text)).toEqual(['柵を直してください。']);
    expect(packWeights(trainSplitter(letters))).toBe(packWeights(weights));
    expect(splitOpinions(body, unpackWeights(packWeights(weights))).map((o) => o.text)).toEqual([
      '柵を直してください。',
    ]);
  });
  it('refuses weights of another size', () => {
    expect(() => unpackWeights('AAAA')).toThrow('another size');
  });
});
