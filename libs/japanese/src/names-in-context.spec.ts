import { findPersonalInformation } from './index';

const names = (text: string): string[] =>
  findPersonalInformation(text)
    .filter((span) => span.kind === 'name')
    .map((span) => span.text);
const of = (text: string): string[] => findPersonalInformation(text).map((span) => `${span.kind}:${span.text}`);

describe('names no list knows, by the place where they stand', () => {
  it.each([
    ['長男の健人が通う学校のことです。', '健人'],
    ['次女の柑奈はこの春から幼稚園です。', '柑奈'],
    ['亡くなった夫（清一朗）の年金のことで伺いました。', '清一朗'],
    ['祖母（とめ）の介護保険証が届きません。', 'とめ'],
    ['妻の るみ子 です'.replaceAll(' ', ''), 'るみ子'],
    ['来庁者：百目鬼 修。隣地の木について。', '百目鬼 修'],
    ['差出人 高梁ミツヱ 八十六才', '高梁ミツヱ'],
    ['Nguyen Thi Hoa といいます。日本語教室に行きたい。', 'Nguyen Thi Hoa'],
    ['やまもと かずえです。ひらがなでごめんなさい。', 'やまもと かずえ'],
    ['古謝、七十二歳、無職。道の事でお願いします。', '古謝'],
    ['側溝が臭い。（井手上・四十代・男性）', '井手上'],
    ['同じ団地の朴さんから聞きました。', '朴'],
    ['入電。物部様、折り返し希望。', '物部'],
    ['道を直してください。\n\n八重樫', '八重樫'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it.each([
    '母の介護が終わりました。',
    '娘の成人を祝いました。',
    '息子の通学が心配です。',
    '宮沢賢治の朗読会をまたやってください。',
    '名前、番号、印鑑を三度書きました。',
    '本年三月、七十八歳で運転免許を返しました。',
    'でんわ だめです。',
    'Google Maps です。',
    '道を直してください。\n\n一市民',
    '直してください。\n以上',
    '保護者・卒業生の連名で申し上げます。',
  ])('is no name: %s', (text) => expect(names(text)).toEqual([]));
});

describe('other forms people write', () => {
  it.each([
    ['桜木町3-5-12 メゾン桜201号室に住んでいます。', 'address:桜木町3-5-12 メゾン桜201号室'],
    ['西原2の14の6の空き家', 'address:西原2の14の6'],
    ['八七の六五四三の電話に掛けて下さい。', 'phone:八七の六五四三'],
    ['kouta.m(アットマーク)example.ne.jpに返信を', 'email:kouta.m(アットマーク)example.ne.jp'],
    ['私自身双極性障害の当事者です。', 'illness:双極性障害'],
    ['私はHIVに感染しています。', 'illness:HIV'],
    ['娘が潰瘍性大腸炎なのでトイレの場所を知りたいのです。', 'illness:潰瘍性大腸炎'],
  ])('%s', (text, found) => expect(of(text)).toEqual([found]));

  it.each([
    '認知症カフェをもっと増やしてください。',
    'うつ病の人が働ける場をつくってください。',
    '市の代表電話0999-00-1111',
  ])('is public or general: %s', (text) => expect(of(text)).toEqual([]));
});
