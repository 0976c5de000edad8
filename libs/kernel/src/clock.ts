import { dayOf, type DayString } from './fiscal-year';

/** Time is passed in, never read from the machine inside a rule. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Today's civil date in Asia/Tokyo. */
export function today(clock: Clock): DayString {
  return dayOf(clock.now());
}
