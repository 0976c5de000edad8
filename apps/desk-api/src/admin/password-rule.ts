import { characters } from '@kotae/kernel';

export const PASSWORD = { least: 12, most: 200 } as const;

/** What is wrong with a new password, in plain Japanese; null when nothing is. Length over rules about signs. */
export function passwordProblem(password: string, login: string): string | null {
  const length = characters(password.normalize('NFKC'));
  if (length < PASSWORD.least) return `パスワードは${PASSWORD.least}文字以上にしてください。`;
  if (length > PASSWORD.most) return `パスワードは${PASSWORD.most}文字までにしてください。`;
  const folded = password.normalize('NFKC').toLowerCase();
  if (folded.replaceAll(login.toLowerCase(), '').length < PASSWORD.least / 2)
    return 'ログインIDをそのまま、または繰り返して使うことはできません。';
  if (new Set(folded).size < 4) return '同じ文字の繰り返しは使えません。';
  return null;
}
