import { findDoNotContact } from './do-not-contact';
import { findUrgency } from './urgency';

describe('findUrgency', () => {
  it.each([
    ['消えたいと毎日思っています', 'self_harm'],
    ['もう生きていても仕方がないです', 'self_harm'],
    ['これが最後の手紙です。もう誰にもめいわくをかけずにすみます。', 'self_harm'],
    ['夫に首をしめられました', 'abuse'],
    ['お父さんにたたかれます。うちにかえらなくていいところはありますか', 'abuse'],
    ['隣の子どもが裸足でベランダに締め出されて泣き叫んでいる', 'abuse'],
    ['担当の顔は覚えた。刃物くらい持ってるからな。無事に帰れると思うな', 'threat'],
    ['市役所に爆弾を仕掛けた', 'threat'],
    ['裏の崖から小石が落ちてくる', 'danger'],
    ['電線が垂れ下がって火花が出ている', 'danger'],
    ['踏切の遮断機が上がったままで電車が来る', 'danger'],
    ['ガスの臭いがする', 'danger'],
  ])('%s → %s', (text, kind) => {
    const found = findUrgency(text);
    expect(found?.kind).toBe(kind);
    expect(found?.reasons.length).toBeGreaterThan(0);
    expect(found?.reasons.length).toBeLessThanOrEqual(5);
  });
  it.each([
    '死ぬほど暑い',
    '殺人的な混雑でした',
    '死にそうに待たされた',
    '自殺対策の予算を増やしてください',
    '虐待防止の講座を開いてください',
    '年寄りを殺す気ですか',
    'この町で死ぬつもりですから、暮らしやすくしてほしい',
    '死亡届の出し方を教えてください',
    '割引を受けられますか。続けられる人だけで結構です',
    '花火大会を楽しみにしています',
    '三年前に主人を亡くしました。ありがとうございました',
    '道路の穴を直してください',
    '',
  ])('is not urgent: %s', (text) => expect(findUrgency(text)).toBeNull());
  it('reads through full width and gives words of the text as reasons', () => {
    const found = findUrgency('毎日、死にたいと思う。');
    expect(found?.reasons).toContain('死にたい');
  });
  it('does not depend on what else the letter says', () => {
    expect(findUrgency('道路の穴を直してください。\n消えたいです。\nよろしくお願いします。')?.kind).toBe('self_harm');
  });
  it.each([
    ['children', '子ども'.repeat(33_000)],
    ['she', '彼女が'.repeat(33_000)],
    ['trees', '木が傾'.repeat(33_000)],
  ])('takes 100,000 characters of %s in a moment', (_name, text) => {
    const start = performance.now();
    findUrgency(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('findDoNotContact', () => {
  it.each([
    '家に電話はしないでください。',
    '連絡は一切お断りします',
    '返信は不要です',
    'いえに てがみ おくらないで ください。',
    '訪問は控えてください',
    '家に来ないでください',
  ])('%s', (text) => {
    const found = findDoNotContact(text);
    expect(found).not.toBeNull();
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });
  it.each([
    '市からの通知が来ない',
    '電話がつながらなくて困ります',
    '返事は手紙でお願いします。電話は遠慮します',
    '学校から連絡がなく困りました',
    '業者の勧誘の電話をやめてほしい',
    '連絡先は家の電話です',
    '',
  ])('is no such wish: %s', (text) => expect(findDoNotContact(text)).toBeNull());
});
