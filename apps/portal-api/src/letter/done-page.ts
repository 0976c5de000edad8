import type { PortalPage } from '@kotae/contracts';
import { create } from 'qrcode';
import type { Receipt } from './receipt-cookie';

/** The receipt. The QR code carries the receipt code in the fragment of its address, which browsers send to no server. */
export function donePage(receipt: Receipt, portalUrl: string): PortalPage {
  const statusUrl = `${portalUrl.replace(/\/+$/, '')}/status`;
  return {
    name: 'letter-done',
    receiptNumber: receipt.receiptNumber,
    receiptCode: receipt.receiptCode,
    receivedOn: receipt.receivedOn,
    statusUrl,
    qr: qrMatrix(`${statusUrl}#${receipt.receiptCode}`),
    replyWanted: receipt.replyWanted,
    doNotContact: receipt.doNotContact,
    replyDueOn: receipt.dueOn,
  };
}

function qrMatrix(text: string): boolean[][] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1));
}
