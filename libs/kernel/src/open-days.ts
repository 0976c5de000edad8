import { addDays, type DayString } from './fiscal-year';

/**
 * 開庁日: a day the city hall works: not Saturday or Sunday, not a national holiday, not 12/29–1/3.
 * `extraHolidays` are days the Cabinet Office announces outside the law's rules (or a city closes by itself).
 */
export function isOpenDay(day: DayString, extraHolidays: ReadonlySet<DayString> = new Set()): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  const md = day.slice(5);
  if (md >= '12-29' || md <= '01-03') return false;
  return !isNationalHoliday(day) && !extraHolidays.has(day);
}

/** The n-th open day after `day` (n ≥ 1); with n = 0 the day itself, or the next open day. */
export function addOpenDays(day: DayString, n: number, extraHolidays?: ReadonlySet<DayString>): DayString {
  let current = day;
  let left = n;
  while (left > 0) {
    current = addDays(current, 1);
    if (isOpenDay(current, extraHolidays)) left -= 1;
  }
  while (n === 0 && !isOpenDay(current, extraHolidays)) current = addDays(current, 1);
  return current;
}

/**
 * A deadline is a rule, not a number (docs/glossary.md): calendar or open days, counted from the day of arrival.
 * A calendar deadline that falls on a closed day moves to the next open day.
 */
export interface DeadlineRule {
  readonly days: number;
  readonly unit: 'calendar' | 'open';
}

/** The last day on which the rule is kept. */
export function deadlineOf(from: DayString, rule: DeadlineRule, extraHolidays?: ReadonlySet<DayString>): DayString {
  return rule.unit === 'open'
    ? addOpenDays(from, rule.days, extraHolidays)
    : addOpenDays(addDays(from, rule.days), 0, extraHolidays);
}

/** National holidays of Japan by the law in force since 2022 (国民の祝日に関する法律), with substitute and sandwiched days. */
export function isNationalHoliday(day: DayString): boolean {
  if (isNamedHoliday(day)) return true;
  // 振替休日: the first day after a Sunday holiday that is not itself a holiday.
  let back = addDays(day, -1);
  while (isNamedHoliday(back)) {
    if (weekdayOf(back) === 0) return true;
    back = addDays(back, -1);
  }
  // 国民の休日: a day between two holidays.
  return isNamedHoliday(addDays(day, -1)) && isNamedHoliday(addDays(day, 1));
}

const FIXED = new Set(['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23']);

function isNamedHoliday(day: DayString): boolean {
  const md = day.slice(5);
  if (FIXED.has(md)) return true;
  const year = Number(day.slice(0, 4));
  switch (md.slice(0, 2)) {
    case '01':
      return isNthMonday(day, 2);
    case '03':
      return Number(md.slice(3)) === equinox(year, 20.8431);
    case '07':
      return isNthMonday(day, 3);
    case '09':
      return isNthMonday(day, 3) || Number(md.slice(3)) === equinox(year, 23.2488);
    case '10':
      return isNthMonday(day, 2);
    default:
      return false;
  }
}

/** Astronomical approximation used for calendars, valid 1980–2099. */
function equinox(year: number, base: number): number {
  return Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

function isNthMonday(day: DayString, n: number): boolean {
  return weekdayOf(day) === 1 && Math.ceil(Number(day.slice(8)) / 7) === n;
}

function weekdayOf(day: DayString): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
