import type { SettingsView } from '@kotae/contracts';
import { deadlineOf, isDay, type DayString } from '@kotae/kernel';
import { linesOf } from './lists';

type Lists = 'districts' | 'extraHolidays' | 'publicWords';

/** The settings as they are typed: lists as lines, the days of the rule as text. */
export type SettingsDraft = Omit<SettingsView, Lists | 'replyRule'> &
  Record<Lists, string> & {
    replyDays: string;
    replyUnit: SettingsView['replyRule']['unit'];
  };

export function draftOf({ replyRule, districts, extraHolidays, publicWords, ...rest }: SettingsView): SettingsDraft {
  return {
    ...rest,
    districts: districts.join('\n'),
    extraHolidays: extraHolidays.join('\n'),
    publicWords: publicWords.join('\n'),
    replyDays: String(replyRule.days),
    replyUnit: replyRule.unit,
  };
}

export function requestOf(draft: SettingsDraft): SettingsView {
  const { replyDays, replyUnit, districts, extraHolidays, publicWords, urgentLines, ...rest } = draft;
  const trimmed = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  ) as typeof rest;
  return {
    ...trimmed,
    replyRule: { days: daysOf(replyDays) ?? 0, unit: replyUnit },
    districts: linesOf(districts),
    extraHolidays: linesOf(extraHolidays).map(dayOf),
    publicWords: linesOf(publicWords),
    urgentLines: urgentLines.map(({ name, phone, hours }) => ({
      name: name.trim(),
      phone: phone.trim(),
      hours: hours.trim(),
    })),
  };
}

/** 2026/1/5, 2026-1-5 and ２０２６年１月５日 are 2026-01-05; what is no date stays as it was typed. */
export function dayOf(typed: string): string {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').trim());
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : typed;
}

function daysOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/**
 * By when residents are promised a reply, by the rule as it is typed: for a letter of today, and for one of the last working
 * days of the year. Null while the rule cannot be read.
 */
export function promiseOf(draft: SettingsDraft, today: DayString): { from: DayString; until: DayString }[] | null {
  const days = daysOf(draft.replyDays);
  if (days === null || days < 1 || days > 90) return null;
  const holidays = new Set(linesOf(draft.extraHolidays).map(dayOf).filter(isDay));
  return [today, `${today.slice(0, 4)}-12-26`].map((from) => ({
    from,
    until: deadlineOf(from, { days, unit: draft.replyUnit }, holidays),
  }));
}

export function sameSettings(a: SettingsDraft, b: SettingsDraft): boolean {
  return JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
}
