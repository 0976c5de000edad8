/**
 * 年度: April 1 to March 31, named by the calendar year it starts in. 令和8年度 = FY2026.
 * Dates are civil dates in Asia/Tokyo, written `YYYY-MM-DD` (`DayString`).
 */
export type DayString = string;

const TOKYO_OFFSET_MS = 9 * 3_600_000;

/** The civil date in Asia/Tokyo at an instant. Japan is at UTC+9 all year, without summer time since 1951. */
export function dayOf(instant: Date): DayString {
  return new Date(instant.getTime() + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** Fiscal year of a civil date, e.g. `2026-03-31` → 2025, `2026-04-01` → 2026. */
export function fiscalYearOf(day: DayString): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}

/** First and last day of a fiscal year, both inclusive. */
export function fiscalYearRange(fiscalYear: number): { first: DayString; last: DayString } {
  return { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
}

/** The twelve months of a fiscal year as `YYYY-MM`, April first. */
export function fiscalYearMonths(fiscalYear: number): string[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 3) % 12) + 1;
    return `${month >= 4 ? fiscalYear : fiscalYear + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** `day` moved by whole days. */
export function addDays(day: DayString, days: number): DayString {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: DayString, to: DayString): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

const ERAS = [
  { name: '令和', start: '2019-05-01', base: 2018 },
  { name: '平成', start: '1989-01-08', base: 1988 },
  { name: '昭和', start: '1926-12-25', base: 1925 },
] as const;

/** 令和8年度 for 2026. The era is that of the fiscal year's first day; the first year of an era is 元. */
export function fiscalYearLabel(fiscalYear: number): string {
  // 令和 began on 2019-05-01, and cities print FY2019 as 令和元年度 all the same.
  const era = fiscalYear >= 2019 ? ERAS[0] : fiscalYear >= 1989 ? ERAS[1] : ERAS[2];
  const year = fiscalYear - era.base;
  return `${era.name}${year === 1 ? '元' : year}年度`;
}

/** Short form used in receipt numbers: `R8` for FY2026, `H30` for FY2018. */
export function fiscalYearShort(fiscalYear: number): string {
  if (fiscalYear >= 2019) return `R${fiscalYear - 2018}`;
  if (fiscalYear >= 1989) return `H${fiscalYear - 1988}`;
  return `S${fiscalYear - 1925}`;
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** 令和8年11月20日（金）; `short` leaves the weekday out. */
export function japaneseDate(day: DayString, style: 'long' | 'short' = 'long'): string {
  const era = ERAS.find((e) => day >= e.start) ?? ERAS[2];
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const year = y - era.base;
  const text = `${era.name}${year === 1 ? '元' : year}年${m}月${d}日`;
  if (style === 'short') return text;
  return `${text}（${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`;
}
