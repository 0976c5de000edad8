import { fiscalYearLabel, fiscalYearShort } from '@kotae/kernel';

/** 受付番号 as printed: `R8-000123`, per fiscal year. */
export function receiptNumber(fiscalYear: number, serial: number): string {
  return `${fiscalYearShort(fiscalYear)}-${String(serial).padStart(6, '0')}`;
}

/** 受付番号 in words: 令和8年度 第123号. */
export function receiptNumberWords(fiscalYear: number, serial: number): string {
  return `${fiscalYearLabel(fiscalYear)} 第${serial}号`;
}
