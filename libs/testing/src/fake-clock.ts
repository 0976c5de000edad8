import type { Clock } from '@kotae/kernel';

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  #now: Date;
  constructor(start: string) {
    this.#now = new Date(start);
  }
  now(): Date {
    return this.#now;
  }
  set(instant: string): void {
    this.#now = new Date(instant);
  }
}
