import type { Found } from './pii-span';

/** Digits as people spell them, longest first for each sound; katakana comes folded to hiragana. */
const SPELLED: readonly (readonly [string, string])[] = [
  ['ぜろ', '0'],
  ['れい', '0'],
  ['まる', '0'],
  ['おー', '0'],
  ['いち', '1'],
  ['さん', '3'],
  ['よん', '4'],
  ['ろく', '6'],
  ['なな', '7'],
  ['しち', '7'],
  ['はち', '8'],
  ['きゅう', '9'],
  ['きゅー', '9'],
  ['にー', '2'],
  ['ごー', '5'],
  ['よー', '4'],
  ['に', '2'],
  ['ご', '5'],
  ['し', '4'],
  ['く', '9'],
  ['よ', '4'],
];
const SEPARATORS = new Set('-‐‑‒–—―−ー~・.．_/ の、,()'.split(''));
const MAX_SEPARATORS = 3;
const MAX_DIGITS = 14;

/** A number without its area code, alone on a line: a signature's. */
const ON_ITS_OWN_LINE = /\n ?([0-9]{2,4}-[0-9]{4}) ?(?=\n|$)/g;
/** A number without its area code, known by the word beside it. */
const LOCAL =
  /(?:電話|折り?返し?|TEL|Tel|tel|☎|自宅|家|連絡先|(?<!受付|整理|管理|会員|登録|通知|許可|製造|照会|問合せ|伝票|口座|請求|お客様|利用者|通知書|証|申請|契約|カード|代表)番号|連絡)(?:番号)?[:はが、 (]{0,3}([0-9]{2,4}[-のー][0-9]{4})(?![-0-9のー])|(?<![0-9]-?)([0-9]{2,4}[-のー][0-9]{4})(?=(?:の|に|へ|まで)お?電話|[にへ]お?(?:掛|か)け|(?:の|、| )[一-龠]{2,3}(?:です|まで|さん))/g;

/** Offices whose number, standing right behind, is public. */
const OFFICE =
  /(?:役所|役場|市庁舎|教委|教育委員会|(?:土木|福祉|農林|県税|振興|建設)事務所|気象台|法務局|[課係署]|(?<!事務)局|案内|大臣|議員の?事務所|庁舎|支所|センター|公民館|図書館|保健所|病院|学校|幼稚園|保育[所園]|窓口|問い?合わせ先|ダイヤル|ホットライン|消防|警察|警察署|体育館|会館|議会|広聴|代表番号|代表電話|営業所|支店|市の代表|票の裏|書の裏|封筒の裏|本社|コールセンター|内線|年金事務所|税務署|ハローワーク|市営|県庁)(?:[^。\n0-9]{0,10}|\([^()\n]{0,18}[、 ])$/;
/** A home is named in the same sentence: its numbers are private, whatever office is named besides. */
const AT_HOME = /(?:自宅|携帯|実家|わが家|我が家)[^。\n]{0,20}$/;
const PRIVATE = /(?:自宅|携帯|連絡先|折り?返し|私|わたし|本人|当方|うち|会社の|実家)[^。\n]{0,8}$/;

interface Number {
  readonly end: number;
  readonly digits: string;
  readonly groups: readonly number[];
}

/**
 * Private phone numbers in any dress: full-width and kanji digits, any hyphen, spelled-out digits, +81, dotted.
 * `view` is the digit view of the normalised text, `folded` its kana-folded form; all three have the same offsets.
 * Toll-free and service numbers (0120, 0800-, 0570) and land lines introduced as an office's are public.
 */
export function findPhones(view: string, folded: string): Found[] {
  const found: Found[] = [];
  let i = 0;
  while (i < view.length) {
    const number = startsNumber(view, folded, i) ? readNumber(view, folded, i) : null;
    if (number === null) {
      i = skipDigits(view, i);
      continue;
    }
    // 「(0490)22-…」 begins with its bracket, 「番号(0490-22-…、」 does not.
    const start = view[i] === '(' && !view.slice(i, number.end).includes(')') ? i + 1 : i;
    if (isPhone(number) && !isPublic(view, i, number)) found.push({ start, end: number.end, kind: 'phone' });
    i = number.end;
  }
  for (const m of view.matchAll(LOCAL)) {
    const start = m.index + m[0].length - (m[1] ?? m[2] ?? '').length;
    if (!OFFICE.test(view.slice(Math.max(0, m.index - 16), m.index)))
      found.push({ start, end: m.index + m[0].length, kind: 'phone' });
  }
  for (const m of view.matchAll(ON_ITS_OWN_LINE)) {
    const end = m.index + m[0].trimEnd().length;
    const start = end - (m[1] ?? '').length;
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end, kind: 'phone' });
  }
  return found;
}

function skipDigits(view: string, at: number): number {
  let i = at + 1;
  if (isDigit(view, at)) while (isDigit(view, i)) i += 1;
  return i;
}

function isDigit(view: string, at: number): boolean {
  const c = view.charCodeAt(at);
  return c >= 0x30 && c <= 0x39;
}

function startsNumber(view: string, folded: string, at: number): boolean {
  const c = view[at];
  if (c === '+') return view.startsWith('+81', at);
  if (c === '(') return view[at + 1] === '0' && isDigit(view, at + 2);
  if (c === '0') return !isDigit(view, at - 1) && view[at - 1] !== '.';
  return folded.startsWith('ぜろ', at) || folded.startsWith('れいき', at) || folded.startsWith('まるき', at);
}

function readNumber(view: string, folded: string, start: number): Number | null {
  let digits = '';
  const groups: number[] = [];
  let group = 0;
  let end = start;
  let i = start;
  let gap = 0;
  let spelled = !isDigit(view, start) && view[start] !== '+' && view[start] !== '(';
  if (view.startsWith('+81', start)) i = start + 3;
  while (i < view.length && digits.length < MAX_DIGITS) {
    const token = tokenAt(view, folded, i, spelled);
    if (token !== null) {
      if (gap > 0 && group > 0) {
        groups.push(group);
        group = 0;
      }
      spelled = token.length > 1 || (spelled && !isDigit(view, i));
      digits += token.digit;
      group += 1;
      gap = 0;
      i += token.length;
      end = i;
      continue;
    }
    if (!SEPARATORS.has(view[i] ?? '') || gap >= MAX_SEPARATORS) break;
    // A whole number ends here; what follows is an hour or the next number.
    if (/[(、, の]/.test(view[i] ?? '') && isPhone({ digits })) break;
    // A closing bracket that was not opened inside ends the number.
    gap += 1;
    i += 1;
  }
  if (group > 0) groups.push(group);
  if (digits.length < 9) return null;
  if (view[start] === '+') digits = `0${digits.replace(/^0/, '')}`;
  return { end, digits, groups };
}

/** One digit; one-kana readings (に, ご, し) count only inside a spelled number: 「…2756にかけて」. */
function tokenAt(view: string, folded: string, at: number, spelled: boolean): { digit: string; length: number } | null {
  if (isDigit(view, at)) return { digit: view[at] ?? '', length: 1 };
  for (const [word, digit] of SPELLED)
    if ((spelled || digit === '0') && folded.startsWith(word, at)) return { digit, length: word.length };
  return null;
}

function isPhone({ digits }: Pick<Number, 'digits'>): boolean {
  if (!digits.startsWith('0')) return false;
  if (/^0[5789]0/.test(digits)) return digits.length === 11 || (digits.length === 10 && !/^0[789]0/.test(digits));
  return digits.length === 10;
}

function isPublic(view: string, start: number, { digits, groups, end }: Number): boolean {
  if (/^(?:0120|0570|0180)/.test(digits)) return true;
  if (groups[0] === 4 && digits.startsWith('0800')) return true;
  if (/^0[789]0/.test(digits)) return false;
  if (/^ ?\((?:代表|代|直通|大代表)\)/.test(view.slice(end, end + 6))) return true;
  const before = view.slice(Math.max(0, start - 26), start);
  return OFFICE.test(before) && !PRIVATE.test(before) && !AT_HOME.test(before);
}
