import type { Found } from './pii-span';

const AT =
  '(?: ?(?:@|\\(at\\)|\\[at\\]|<at>|★|☆|◎|◆|●|#|[(\\[<](?:アットマーク|アット|あっとまーく|あっと)[)\\]>]|アットマーク|あっとまーく|アット|あっと) ?| at )';
const DOT = '(?:\\.| ?(?:\\(dot\\)|\\[dot\\]|(?<= )dot(?= )|ドット|どっと) ?)';
const ADDRESS = new RegExp(
  `[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}${AT}[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,6}`,
  'gi',
);
/** Domains of public bodies. */
const PUBLIC_DOMAIN = /(?:\.|@)(?:lg|go)\.jp$|@(?:[a-z0-9-]+\.)*(?:city|town|vill|pref|metro)\./i;

/** Private e-mail addresses in a normalised text, also with 「(at)」, 「★」, 「アットマーク」, 「ドット」. */
export function findEmails(text: string): Found[] {
  const found: Found[] = [];
  for (const m of text.matchAll(ADDRESS)) {
    if (!/[A-Za-z]{2,}$/.test(m[0]) || PUBLIC_DOMAIN.test(m[0])) continue;
    found.push({ start: m.index, end: m.index + m[0].length, kind: 'email' });
  }
  return found;
}
