import { hasMyNumberCheckDigit } from './find-numbers';
import { LINEAR, growthOf } from './growth.testing';
import { findPersonalInformation, maskPersonalInformation } from './index';
import { SURNAMES } from './surnames';

const of = (text: string): string[] => findPersonalInformation(text).map((span) => `${span.kind}:${span.text}`);

describe('phone numbers', () => {
  it.each([
    ['携帯は090-1234-5678です', '090-1234-5678'],
    ['０９０－１２３４－５６７８', '０９０－１２３４－５６７８'],
    ['〇九〇ー一二三四ー五六七八へ', '〇九〇ー一二三四ー五六七八'],
    ['09012345678まで', '09012345678'],
    ['090.1234.5678', '090.1234.5678'],
    ['+81-90-1234-5678', '+81-90-1234-5678'],
    ['ゼロ九ゼロの、一二三四の、五六七八。', 'ゼロ九ゼロの、一二三四の、五六七八'],
    ['ぜろきゅうぜろ、いちにさんよん、ごーろくななはち', 'ぜろきゅうぜろ、いちにさんよん、ごーろくななはち'],
    ['090一1234一5678に電話を', '090一1234一5678'],
    ['自宅0299-48-1111', '0299-48-1111'],
    ['番号は090-0000-2756にかけてほしい', '090-0000-2756'],
    ['街灯をつけて下さい\n55-4093', '55-4093'],
    ['折返し 55-9034（夜のみ）', '55-9034'],
  ])('%s', (text, number) => expect(of(text)).toEqual([`phone:${number}`]));
  it.each([
    'フリーダイヤル0120-444-444',
    '市役所代表0299-48-1111',
    '0570-000-111',
    '119番',
    '第3回は2026年11月20日 10:00',
    '費用は0円、1,000円',
    '県の土木事務所(029-000-1550)に聞けと言われた',
    '市教委の電話(0290-55-1140)を案内された',
    '> スポーツ課 森下\n> 電話 0290-55-1111(代表)',
    '代表番号55-1111にかけた',
  ])('is public or no number: %s', (text) => expect(of(text)).toEqual([]));
});

describe('e-mail', () => {
  it.each([
    'taro.yamada@example.jp',
    'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ',
    'k-m★example.com',
    'm.m2019 (at) example.jp',
    'taro アットマーク example ドット jp',
  ])('%s', (text) => expect(of(`連絡先 ${text} まで`)).toEqual([`email:${text}`]));
  it('a public body has a public address', () => expect(of('kouchou@city.kodama.lg.jp へ送った')).toEqual([]));
});

describe('addresses', () => {
  it.each([
    ['住所は東台2丁目18-5です', '東台2丁目18-5'],
    ['こだま市北町5丁目2番9号', 'こだま市北町5丁目2番9号'],
    ['旧市街の五丁目四番の二', '旧市街の五丁目四番の二'],
    ['埼玉県北陽市下手計3番地に', '埼玉県北陽市下手計3番地'],
    ['茨城県小美玉市堅倉835番地の1 ハイツ桜201号室', '茨城県小美玉市堅倉835番地の1 ハイツ桜201号室'],
    ['さいたま市浦和区常盤6-4-4-301', 'さいたま市浦和区常盤6-4-4-301'],
    ['北町字向野四百二十七番地三の畑', '北町字向野四百二十七番地三'],
    ['水戸市三の丸1丁目5番38号', '水戸市三の丸1丁目5番38号'],
    ['緑ヶ丘三丁目一二番地の五の角', '緑ヶ丘三丁目一二番地の五'],
    ['西原3-8に住んでいます', '西原3-8'],
    ['緑ヶ丘2-14の木村です', '緑ヶ丘2-14'],
    ['市営住宅B棟401号室の雨漏り', '市営住宅B棟401号室'],
  ])('%s', (text, address) => expect(of(text)).toContain(`address:${address}`));
  it.each([
    '西原3丁目の集積所',
    '西原3丁目10時の収集',
    '街灯が3-4本切れています',
    '中央公民館（中央1-1-1）の駐車場',
    '令和8年度第2次補正予算',
    '国道6号線の歩道',
    '決勝は3-2で勝った',
    '西原2-14の交差点',
    'バス停2-5に住民が並ぶ',
  ])('is no home: %s', (text) => expect(of(text)).toEqual([]));
});

describe('plates, dates of birth, My Number', () => {
  it.each([
    ['ナンバーはこだま 480 あ 12-34。', 'plate:こだま 480 あ 12-34'],
    ['こだま５００ね３８－２１です', 'plate:こだま５００ね３８－２１'],
    ['土浦330あ・・12', 'plate:土浦330あ・・12'],
    ['昭和十二年九月三日生れです', 'birthdate:昭和十二年九月三日'],
    ['生年月日はS38.11.2です', 'birthdate:S38.11.2'],
    ['1999/04/18生まれ', 'birthdate:1999/04/18'],
    ['1948年（昭和23年）10月9日の生まれ', 'birthdate:1948年（昭和23年）10月9日'],
    ['昭和32年4月生まれの夫', 'birthdate:昭和32年4月'],
    ['要望書 山田太郎 2025/10/03', 'name:山田太郎'],
    ['マイナンバーは1234 5678 9018です', 'mynumber:1234 5678 9018'],
    ['９８７６ ５４３２ １０００の番号', 'mynumber:９８７６ ５４３２ １０００'],
  ])('%s', (text, found) => expect(of(text)).toEqual([found]));
  it.each([
    '昭和20年8月15日の終戦の日',
    '2026年11月20日に開く会',
    '平成20年4月の生まれ変わった公園',
    '受付番号1234-5678-9012-3456',
    '納付書の「納付番号 4471 0038 2216」を入れた',
  ])('is none: %s', (text) => expect(of(text)).toEqual([]));
  it('knows the check digit', () => {
    expect(hasMyNumberCheckDigit('123456789018')).toBe(true);
    expect(hasMyNumberCheckDigit('123456789017')).toBe(false);
    expect(hasMyNumberCheckDigit('12345678901')).toBe(false);
  });
});

describe('names of private persons', () => {
  it.each([
    ['隣の高橋さんが', '高橋'],
    ['鈴木と申します。', '鈴木'],
    ['会長をしております真壁です。', '真壁'],
    ['妻の良子が困って', '良子'],
    ['娘のひなたは三歳', 'ひなた'],
    ['名前は堀内徳次だ', '堀内徳次'],
    ['西原の飯塚様。', '飯塚'],
    ['通報者は須磨 梨花さん', '須磨 梨花'],
    ['𠮷田さんの家', '𠮷田'],
    ['古賀、090-0000-7748。', '古賀'],
    ['お願いします。\n\nどろんこ会代表　牧瀬由紀子', '牧瀬由紀子'],
    ['わたしは Sari Dewi、', 'Sari Dewi'],
  ])('%s', (text, name) => expect(of(text)).toContain(`name:${name}`));
  it.each([
    '川崎市では千葉県と同じ取組がある。中島公園の森の中に林道がある。',
    '市長の佐藤一郎さんに感謝します。鈴木議員の発言。',
    '皆様、お客様、担当者様、市長様、奥さん、お母さん、赤ちゃん、業者さん。',
    '小林公園のトイレ、石川歯科の前、山本町の内田橋。',
    '反対です。無理です。質問です。',
    'たくさんの人がちゃんと並ぶ。',
  ])('has none: %s', (text) => expect(of(text)).toEqual([]));
  it.each([
    '合葬墓・下水',
    '太陽光と盛土',
    '農業用ドローンの騒音・農薬',
    '公共施設再編 説明会 質疑',
    '成人式（二十歳のつどい）',
    '七夕たんざく（市長への願いごと）',
    '並木',
    '熊鈴',
    'LGBTQ',
    'Emergency broadcast',
  ])('are none in the heading 「%s」', (text) => expect(of(text)).toEqual([]));
  it.each([
    ['道路の件（佐々木）', '佐々木'],
    ['ごみ・岡田', '岡田'],
    ['古屋敷さんの騒音の件', '古屋敷'],
    ['合葬墓について 樽見 宗八', '樽見 宗八'],
  ])('are found in the heading 「%s」', (text, name) => expect(of(text)).toEqual([`name:${name}`]));
  it('leaves out what the city calls public', () => {
    expect(of('隣の高橋さん')).toEqual(['name:高橋']);
    expect(findPersonalInformation('隣の高橋さん', { publicWords: ['高橋'] })).toEqual([]);
  });
  it('knows the common family names', () => {
    expect(SURNAMES.size).toBeGreaterThan(1000);
  });
});

describe('illness of someone who can be known', () => {
  it.each([
    ['母は脳梗塞のあと歩けません', '脳梗塞'],
    ['息子は自閉スペクトラム症と診断されました', '自閉スペクトラム症'],
    ['私は網膜色素変性症で、文字が見えません', '網膜色素変性症'],
  ])('%s', (text, illness) => expect(of(text)).toContain(`illness:${illness}`));
  it.each(['認知症カフェを増やしてください', 'がん検診の予約が取れない', '糖尿病予防の講座', '母とがん検診に行った'])(
    'is no one’s: %s',
    (text) => expect(of(text)).toEqual([]),
  );
});

describe('spans', () => {
  const letter =
    '😀𠮷田さん（昭和16年2月11日生）は🙇‍♀️ＴＥＬ０９０－１２３４－５６７８、東台2丁目18-5、こだま 480 あ 12-34。母は認知症です。';
  it('point into the original text, sorted, without overlap', () => {
    const spans = findPersonalInformation(letter);
    expect(spans.map((span) => span.kind)).toEqual(['name', 'birthdate', 'phone', 'address', 'plate', 'illness']);
    spans.forEach((span, i) => {
      expect(letter.slice(span.start, span.end)).toBe(span.text);
      expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    });
  });
  it('leave nothing behind when masked', () => {
    const masked = maskPersonalInformation(letter, findPersonalInformation(letter));
    expect(masked).not.toMatch(/𠮷田|１２３４|18-5|12-34|認知症/);
  });
  it('are none in an empty, blank or foreign text', () => {
    for (const text of ['', '　\n', '!!!???', '😀😀', 'The road is bad. Please fix it.', '길이 위험합니다'])
      expect(of(text)).toEqual([]);
  });
  it.each([
    ['digits', '0'],
    ['at signs', 'a@'],
    ['kanji numerals', '十'],
    ['names', '田中さん、'],
    ['hyphens', '1-'],
    ['hiragana', 'あ'],
    ['diseases', 'がんと'],
    ['marks', 'ﾞ'],
  ])('come in linear time from 100,000 characters of %s', (_name, unit) => {
    expect(growthOf(findPersonalInformation, unit, 100_000)).toBeLessThan(LINEAR);
  });
});

describe('contact data in the dress of an inbox', () => {
  const found = (text: string): string[] =>
    findPersonalInformation(text).map(({ kind, text: part }) => `${kind}:${part}`);

  it.each([
    ['とのこと。090-1118-6427（16時以降）', ['phone:090-1118-6427']],
    ['自宅の番号（0490-22-0574、0490-22-0931）が載っています。', ['phone:0490-22-0574', 'phone:0490-22-0931']],
    ['白い軽（480 も 62-09）に子どもが一人です。', ['plate:480 も 62-09']],
    ['ナンバーは5 3 - 0 8しか見えませんでした。', ['plate:5 3 - 0 8']],
    [
      '〒399-0021　こだま市南町四の十三　メゾン南町一〇五',
      ['address:〒399-0021　こだま市南町四の十三　メゾン南町一〇五'],
    ],
    ['引っ越し先（港3-7 ハイツみなと202）の水道', ['address:港3-7 ハイツみなと202']],
    ['My address: Kodama-shi Minato 2-14-305', ['address:Kodama-shi Minato 2-14-305']],
    ['うちの子が熱中症になりました。', ['illness:熱中症']],
  ])('%s', (text, spans) => expect(found(text)).toEqual(spans));

  it.each([
    '市の代表0490-22-1111から回された。',
    '検針票の裏の電話番号0490-22-1150がつながらない。',
    '熱中症対策に日陰をつくってください。',
  ])('nothing private: %s', (text) => expect(found(text)).toEqual([]));
});
