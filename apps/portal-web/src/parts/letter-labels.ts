import type { LetterFormValues } from '@kotae/contracts';
import { AGE_BAND_LABELS, AGE_BANDS } from '@kotae/kernel';

export const REPLY_LABELS: Readonly<Record<'email' | 'post' | 'none', string>> = {
  email: 'メールでほしい',
  post: '手紙（郵便）でほしい',
  none: '返事はいらない',
};

/** Where the text asks not to be contacted although a reply was chosen. */
export function noReplyWords(replyWanted: LetterFormValues['replyWanted']): string {
  return `連絡を希望されないと書かれているため、${replyWanted === 'post' ? '返事の手紙' : 'メール'}は送りません。`;
}

export const CONSENT_LABELS: Readonly<Record<'yes' | 'no', string>> = {
  yes: '公表してよい',
  no: '公表しないでほしい',
};

export function ageBandLabel(value: string): string {
  const band = AGE_BANDS.find((candidate) => candidate === value);
  return band === undefined ? '' : AGE_BAND_LABELS[band];
}

/** 482,113 → 471KB; 2,300,000 → 2.2MB */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

/** Which of the typed fields go along, given how a reply is wanted. */
export function usedFields(values: LetterFormValues): { name: boolean; email: boolean; address: boolean } {
  return {
    name: values.replyWanted === 'email' || values.replyWanted === 'post',
    email: values.replyWanted === 'email',
    address: values.replyWanted === 'post',
  };
}
