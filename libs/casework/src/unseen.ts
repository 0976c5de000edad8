import { addDays, isOpenDay, type DayString } from '@kotae/kernel';

/**
 * What arrived before this day and is still unseen on `today` has been left for a whole open day: the last open day
 * before `today` came after the day it arrived. Null when `today` is closed: nobody could look.
 */
export function unseenIfBefore(today: DayString, extraHolidays?: ReadonlySet<DayString>): DayString | null {
  if (!isOpenDay(today, extraHolidays)) return null;
  let day = addDays(today, -1);
  while (!isOpenDay(day, extraHolidays)) day = addDays(day, -1);
  return day;
}
