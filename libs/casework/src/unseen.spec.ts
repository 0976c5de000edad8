import { unseenIfBefore } from './unseen';

describe('a letter that nobody opened', () => {
  it.each([
    // 2026-11-16 is a Monday, 2026-11-23 a holiday (Monday).
    ['2026-11-18', '2026-11-17', 'what came on Monday was left for all of Tuesday'],
    ['2026-11-16', '2026-11-13', 'the weekend does not count'],
    ['2026-11-24', '2026-11-20', 'a holiday does not count'],
  ])('on %s: everything before %s (%s)', (today, before) => {
    expect(unseenIfBefore(today)).toBe(before);
  });

  it('rings on no closed day, and knows the city’s own', () => {
    expect(unseenIfBefore('2026-11-21')).toBeNull();
    expect(unseenIfBefore('2026-11-18', new Set(['2026-11-18']))).toBeNull();
    expect(unseenIfBefore('2026-11-18', new Set(['2026-11-17']))).toBe('2026-11-16');
  });
});
