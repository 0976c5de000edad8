import type { PortalPage } from '@kotae/contracts';
import type { ReceivedSubmission } from '@kotae/submission';
import { create } from 'qrcode';

/** The receipt. The QR code carries the receipt code in the fragment of its address, which browsers send to no server. */
export function donePage(
  received: ReceivedSubmission,
  replyWanted: 'email' | 'post' | 'none',
  portalUrl: string,
): PortalPage {
  const statusUrl = `${portalUrl.replace(/\/+$/, '')}/status`;
  return {
    name: 'letter-done',
    receiptNumber: received.receiptNumber,
    receiptCode: received.receiptCode,
    receivedOn: received.receivedOn,
    statusUrl,
    qr: qrMatrix(`${statusUrl}#${received.receiptCode}`),
    replyWanted,
    replyDueOn: received.dueOn,
  };
}

function qrMatrix(text: string): boolean[][] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1));
}
