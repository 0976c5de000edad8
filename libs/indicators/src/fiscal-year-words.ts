const ERA_BASE: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const ERA_YEAR = /^(令和|平成|昭和|[RHS])\.?(元|\d{1,2})(?:年度?)?$/;
const WESTERN_YEAR = /^(\d{4})(?:年度?)?$/;

/** 「令和7年度」「R7」「2025」「２０２５年度」 → 2025; null for what names no fiscal year. */
export function readFiscalYear(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const western = WESTERN_YEAR.exec(plain)?.[1];
  if (western !== undefined) return within(Number(western));
  const [, era, year] = ERA_YEAR.exec(plain) ?? [];
  const base = era === undefined ? undefined : ERA_BASE[era];
  if (base === undefined || year === undefined) return null;
  return within(base + (year === '元' ? 1 : Number(year)));
}

/** A table of a thousand years is no plan's. */
function within(year: number): number | null {
  return year >= 1950 && year <= 2100 ? year : null;
}
