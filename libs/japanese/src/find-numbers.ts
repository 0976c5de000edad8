import { DATE_SOURCE } from './japanese-date';
import type { Found, PersonalInformationKind } from './pii-span';

const MY_NUMBER = /(?<![0-9-])([0-9]{4})([- ・.の]?)([0-9]{4})\2([0-9]{4})(?![0-9]|[- ・.][0-9])/g;
const MY_NUMBER_CONTEXT = /マイナンバー|個人番号|12桁|1[2２]けた|番号/;

/** Numbers of papers and contracts, right before. */
const OTHER_NUMBER =
  /(?:納付|受付|整理|確認|お客様|会員|契約|伝票|問い?合わ?せ|通知書|管理|口座|照会|申請|予約|注文|製造|登録|カード)番号[」』]?[ :はが「(]{0,3}$/;

/**
 * My Numbers (個人番号): twelve digits with the right check digit, in groups of four, or introduced by name
 * (a slip of the pen must not uncover one). `view` is a digit view.
 */
export function findMyNumbers(view: string): Found[] {
  const found: Found[] = [];
  for (const m of view.matchAll(MY_NUMBER)) {
    const around = view.slice(Math.max(0, m.index - 40), m.index + m[0].length + 20);
    const digits = m[0].replace(/[^0-9]/g, '');
    if (OTHER_NUMBER.test(view.slice(Math.max(0, m.index - 12), m.index))) continue;
    if (m[2] === '' && !hasMyNumberCheckDigit(digits) && !MY_NUMBER_CONTEXT.test(around)) continue;
    found.push({ start: m.index, end: m.index + m[0].length, kind: 'mynumber' });
  }
  return found;
}

/** True when twelve digits end in the check digit of 行政手続における特定の個人を識別するための番号の…省令 第五条. */
export function hasMyNumberCheckDigit(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits)) return false;
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

const BIRTH_AFTER =
  /^[ )」』]{0,2}(?:に|の)?(?:生まれ(?!変)|生れ|うまれ|産まれ|ウマレ|誕生|生(?![ま活産計命徒涯物花]))/;
const BIRTH_BEFORE =
  /(?:生年月日|誕生日|誕生|生まれ(?!変)(?:たの)?|生れ|うまれ|お生まれ|出生|birthday)[^。\n0-9]{0,8}$/i;
const DATE = new RegExp(DATE_SOURCE, 'g');
/** 「2019年4月2日と2022年11月30日生まれ」. */
const BIRTH_OF_BOTH = new RegExp(
  `^(?:と|、|・|、もう一人は) ?${DATE_SOURCE}(?:に|の)?(?:生まれ(?!変)|生れ|うまれ|生(?![ま活産計命徒涯物花]))`,
);
/** Eras in which most living people were born. */
const OLD = /^(?:昭|大正|明|S|T|19)/;
/** Full dates of an era in which most living people were born: a name may stand beside one. */
export function findOldDates(view: string): Found[] {
  return [...view.matchAll(DATE)]
    .filter((m) => OLD.test(m[0]))
    .map((m) => ({ start: m.index, end: m.index + m[0].length, kind: 'birthdate' }));
}

/** 「1948年(昭和23年)10月9日」 and 「昭和32年4月」 beside 生まれ: written in both calendars, or without the day. */
const YEAR = '(?:(?:明治|大正|昭和|平成|令和) ?[0-9元]{1,2}|(?:19|20)[0-9]{2}) ?年';
const OTHER_DATES = new RegExp(
  `${YEAR} ?\\(${YEAR}?\\) ?[0-9]{1,2}月 ?[0-9]{1,2}日|${YEAR} ?[0-9]{1,2}月(?! ?[0-9])`,
  'g',
);

const MONTH_DAY = /(?:誕生日|生年月日)[^。\n0-9]{0,6}([0-9十]{1,3}月[0-9十]{1,3}日|(?:19|20)[0-9]{6})/g;

/** A date so long ago beside a name is no letter's date. */
const LONG_AGO = /^(?:昭|大正|明|S|T|19|20(?:0[0-9]|1[0-8])|平|H)/;
/** A child is named before: its date may be of yesterday. */
const OF_A_CHILD =
  /(?:子の名|お?子さん?|長男|次男|三男|長女|次女|三女|息子|娘|孫|園児|児童|生徒|対象児|本人)[^。\n]{0,16}$/;
const FARTHEST = 5;

/**
 * Dates of birth in a digit view: a full date beside 生まれ, 生年月日 and the like, or one right behind a name,
 * a telephone number or another mark of a person (`persons`, ends in the same offsets).
 */
export function findBirthDates(view: string, persons: readonly Found[]): Found[] {
  const found: Found[] = [];
  const kindEnding = new Map(persons.map(({ end, kind }) => [end, kind]));
  const besideOf = (start: number): PersonalInformationKind | undefined => {
    for (let gap = 1; gap <= FARTHEST && !/[。\n0-9]/.test(view[start - gap] ?? ''); gap++) {
      const kind = kindEnding.get(start - gap);
      if (kind !== undefined) return kind;
    }
    return undefined;
  };
  for (const m of [...view.matchAll(DATE), ...view.matchAll(OTHER_DATES)]) {
    const start = m.index;
    const end = start + m[0].length;
    const beside = besideOf(start);
    const before = view.slice(Math.max(0, start - 20), start);
    if (
      (beside !== undefined && OLD.test(m[0])) ||
      (beside === 'name' && (LONG_AGO.test(m[0]) || OF_A_CHILD.test(before))) ||
      BIRTH_AFTER.test(view.slice(end, end + 8)) ||
      BIRTH_OF_BOTH.test(view.slice(end, end + 32)) ||
      BIRTH_BEFORE.test(before)
    ) {
      found.push({ start, end, kind: 'birthdate' });
    }
  }
  for (const m of view.matchAll(MONTH_DAY)) {
    const end = m.index + m[0].length;
    const start = end - (m[1] ?? '').length;
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, kind: 'birthdate' });
  }
  return found;
}
