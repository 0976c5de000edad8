import { NUMERAL_CHARACTERS, parseNumeral } from './kanji-numerals';
import { normalise } from './normalise';

const ERAS: readonly {
  readonly names: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly base: number;
}[] = [
  { names: ['令和', '令', 'R'], first: '2019-05-01', last: '9999-12-31', base: 2018 },
  { names: ['平成', '平', 'H'], first: '1989-01-08', last: '2019-04-30', base: 1988 },
  { names: ['昭和', '昭', 'S'], first: '1926-12-25', last: '1989-01-07', base: 1925 },
  { names: ['大正', '大', 'T'], first: '1912-07-30', last: '1926-12-25', base: 1911 },
  { names: ['明治', '明', 'M'], first: '1868-01-25', last: '1912-07-30', base: 1867 },
];

const N = `[${NUMERAL_CHARACTERS}]`;
const SEP = (unit: string): string => ` ?(?:${unit}の?|[./・‐−ー\\-]) ?`;

/** Source of a pattern for one full civil date on normalised text: era or Western year, month, day. */
export const DATE_SOURCE =
  `(?:(?:令和|平成|昭和|大正|明治|[RHSTM令平昭大明])[ の]?${N}{1,4}|(?:西暦)?(?:1[89]|20)[0-9]{2}|(?:西暦)?[一二]${N}{3})` +
  `${SEP('年')}${N}{1,3}${SEP('月')}${N}{1,3}(?: ?日)?`;

const PARTS = new RegExp(
  `^(令和|平成|昭和|大正|明治|[RHSTM令平昭大明])?[ の]?(?:西暦)?(${N}{1,4})${SEP('年')}(${N}{1,3})${SEP('月')}(${N}{1,3})(?: ?日)?$`,
);

/**
 * One date as people write it, 昭和十二年九月三日, S12.9.3, 令和元年5月1日, 2026/11/20, as `YYYY-MM-DD`.
 * `null` when it is no date, no such day, or the day is outside the era it names.
 * A Western year needs four digits.
 */
export function parseJapaneseDate(text: string): string | null {
  if (text.length > 40) return null;
  const parts = PARTS.exec(normalise(text).trim().toUpperCase());
  if (parts === null) return null;
  const [, eraName, yearText = '', monthText = '', dayText = ''] = parts;
  const year = parseNumeral(yearText);
  const month = parseNumeral(monthText);
  const day = parseNumeral(dayText);
  if (year === null || month === null || day === null || year === 0) return null;
  if (eraName === undefined) {
    return year >= 1800 && year <= 2199 ? civilDay(year, month, day) : null;
  }
  const era = ERAS.find((e) => e.names.includes(eraName));
  if (era === undefined) return null;
  const date = civilDay(era.base + year, month, day);
  return date !== null && date >= era.first && date <= era.last ? date : null;
}

function civilDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
