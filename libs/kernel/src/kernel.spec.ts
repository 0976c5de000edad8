import { addOpenDays, deadlineOf, isNationalHoliday, isOpenDay } from './open-days';
import { dayOf, fiscalYearLabel, fiscalYearMonths, fiscalYearOf, japaneseDate } from './fiscal-year';
import { isId, newId } from './ids';

describe('fiscal year', () => {
  it('starts on April 1 in Tokyo, whatever the clock of the machine says', () => {
    expect(fiscalYearOf('2026-03-31')).toBe(2025);
    expect(fiscalYearOf('2026-04-01')).toBe(2026);
    expect(dayOf(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
    expect(dayOf(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
  });
  it('is printed as cities print it', () => {
    expect(fiscalYearLabel(2026)).toBe('令和8年度');
    expect(fiscalYearLabel(2019)).toBe('令和元年度');
    expect(fiscalYearLabel(2018)).toBe('平成30年度');
    expect(japaneseDate('2026-11-20')).toBe('令和8年11月20日（金）');
    expect(fiscalYearMonths(2026)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ]);
  });
});

describe('open days', () => {
  // The Cabinet Office's list for 2026, 内閣府「国民の祝日について」.
  const holidays2026 = [
    '2026-01-01',
    '2026-01-12',
    '2026-02-11',
    '2026-02-23',
    '2026-03-20',
    '2026-04-29',
    '2026-05-03',
    '2026-05-04',
    '2026-05-05',
    '2026-05-06',
    '2026-07-20',
    '2026-08-11',
    '2026-09-21',
    '2026-09-22',
    '2026-09-23',
    '2026-10-12',
    '2026-11-03',
    '2026-11-23',
  ];
  it('knows every holiday of 2026 and no other', () => {
    const found: string[] = [];
    for (let d = Date.parse('2026-01-01'); d <= Date.parse('2026-12-31'); d += 86_400_000) {
      const day = new Date(d).toISOString().slice(0, 10);
      if (isNationalHoliday(day)) found.push(day);
    }
    expect(found).toEqual(holidays2026);
  });
  it('closes the city hall from 12/29 to 1/3', () => {
    expect(isOpenDay('2026-12-28')).toBe(true);
    expect(isOpenDay('2026-12-29')).toBe(false);
    expect(isOpenDay('2027-01-04')).toBe(true);
  });
  it('counts open days over a weekend and holidays, and moves a calendar deadline off a closed day', () => {
    expect(addOpenDays('2026-11-20', 1)).toBe('2026-11-24');
    expect(deadlineOf('2026-11-20', { days: 10, unit: 'open' })).toBe('2026-12-07');
    expect(deadlineOf('2026-11-20', { days: 15, unit: 'calendar' })).toBe('2026-12-07');
  });
});

describe('ids', () => {
  it('are valid and sort in the order they were made, even when the clock goes back', () => {
    const ids = [
      newId(2_000_000_000_000),
      newId(2_000_000_000_000),
      newId(1_000_000_000_000),
      newId(2_000_000_000_001),
    ];
    expect(ids.every(isId)).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]![14]).toBe('7');
  });
});
