import { japaneseDate } from '@kotae/kernel';
import type { DayString } from '@kotae/kernel';
import { RECEIPT_SLIP_TEMPLATE } from './receipt-slip.template';
import { printableLine } from './typst/printable';
import { qrSvg } from './typst/qr-svg';
import type { Typesetter } from './typst/typesetter';

/** What a resident needs to see later what became of a letter. */
export interface ReceiptSlip {
  readonly cityName: string;
  readonly receiptNumber: string;
  /** 照会コード, grouped as it is to be read. Printed, never logged. */
  readonly receiptCode: string;
  readonly receivedOn: DayString;
  /** The page that asks for the code; also what the QR code holds. */
  readonly portalUrl: string;
}

/** 受付票: one A5 page with the receipt number, the code and a QR code to the portal. */
export async function receiptSlipPdf(typesetter: Typesetter, input: ReceiptSlip): Promise<Buffer> {
  const receiptNumber = printableLine(input.receiptNumber);
  return typesetter.set(RECEIPT_SLIP_TEMPLATE, {
    title: `受付票 ${receiptNumber}`,
    cityName: printableLine(input.cityName),
    receiptNumber,
    receiptCode: printableLine(input.receiptCode),
    receivedOn: japaneseDate(input.receivedOn),
    portalUrl: printableLine(input.portalUrl),
    qr: qrSvg(input.portalUrl),
  });
}
