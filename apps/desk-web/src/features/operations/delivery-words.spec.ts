import { failureWords, reactionWords } from './delivery-words';

describe('failureWords', () => {
  it.each([
    ['smtp_refused', 'メールサーバーが受け取りませんでした'],
    ['ETIMEDOUT', '時間内に終わりませんでした'],
    ['ECONNREFUSED', '相手のサーバーにつながりませんでした'],
    ['no_address_to_reply_to', '返信先のメールアドレスがありません'],
    ['something_new', '処理の途中で失敗しました'],
  ])('says %s in words', (code, words) => {
    expect(failureWords(code)).toBe(words);
  });
});

describe('reactionWords', () => {
  it('falls back to the name itself', () => {
    expect(reactionWords('mail-reply')).toBe('返信のメールを送る');
    expect(reactionWords('new-thing')).toBe('new-thing');
  });
});
