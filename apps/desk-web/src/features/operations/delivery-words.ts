/** What a failed piece of work was meant to do; the code itself when it is a new one. */
export function reactionWords(reaction: string): string {
  const words: Readonly<Record<string, string>> = {
    suggest: '分類の候補を出す',
    acknowledge: '受付のメールを送る',
    'tell-the-desk': '受信箱に知らせる',
    'mail-urgent': '緊急かもしれない声を知らせるメールを送る',
    'mail-reply': '返信のメールを送る',
    'alarm-unseen': '開かれていない声を知らせるメールを送る',
    'read-again': '変わった分野で候補を出し直す',
    'train-model': '分類モデルを作り直す',
  };
  return words[reaction] ?? reaction;
}

/** Why it failed, in words for someone who can do something about it. */
export function failureWords(code: string): string {
  if (code === 'no_address_to_reply_to') return '返信先のメールアドレスがありません';
  if (/^smtp|mail/i.test(code)) return 'メールサーバーが受け取りませんでした';
  if (/timeout|etimedout/i.test(code)) return '時間内に終わりませんでした';
  if (/refused|econn|enotfound/i.test(code)) return '相手のサーバーにつながりませんでした';
  return '処理の途中で失敗しました';
}
