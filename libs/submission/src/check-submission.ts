import { LIMITS, characters, isDay, type DayString, type FieldProblem } from '@kotae/kernel';
import type { SubmissionInput } from './submission';

/** What the city's own settings decide about a valid submission. */
export interface SubmissionRules {
  readonly districts: readonly string[];
  readonly today: DayString;
}

/** Deliberately loose: one @, something before it, a dot somewhere after it, no spaces. The mail itself is the proof. */
const EMAIL = /^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;.]+$/u;
/** Mail to other characters would need every server on the way to know how (SMTPUTF8). */
const DELIVERABLE = /^[\x21-\x7e]+$/;

/**
 * What a person should look at again, one entry per field, in plain Japanese. Empty when the submission may be received.
 * Names are never refused for their characters (髙 﨑 𠮷 are names).
 */
export function checkSubmission(input: SubmissionInput, rules: SubmissionRules): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  const tooLong = (field: string, label: string, value: string | null | undefined, limit: number) => {
    const length = value ? characters(value) : 0;
    if (length > limit) {
      add(
        field,
        `${label}は${limit.toLocaleString('ja')}文字までで書いてください（今は${length.toLocaleString('ja')}文字です）。`,
      );
    }
  };

  if (input.body.trim() === '') add('body', '伝えたいことを書いてください。');
  tooLong('body', '本文', input.body, LIMITS.body);
  tooLong('subject', '件名', input.subject, LIMITS.subject);
  tooLong('name', 'お名前', input.submitter?.name, LIMITS.name);
  tooLong('phone', '電話番号', input.submitter?.phone, LIMITS.phone);

  const { channel, wanted } = input.reply;
  const email = input.submitter?.email ?? null;
  const address = input.submitter?.address ?? null;
  if (wanted && channel === null && input.channel === 'web') add('replyChannel', '返事の受け取り方を選んでください。');
  if (wanted && channel === 'email' && !email) add('email', '返事を受け取るメールアドレスを書いてください。');
  if (email && (!EMAIL.test(email) || email.length > LIMITS.email)) {
    add('email', 'メールアドレスの形が正しくないようです。「name@example.jp」のような形で書いてください。');
  } else if (email && !DELIVERABLE.test(email)) {
    add(
      'email',
      'このメールアドレスには、市からメールを届けられません。半角の英数字と記号だけのメールアドレスを書いてください。',
    );
  }
  if (wanted && channel === 'post' && !address) add('address', '返事を送る住所を書いてください。');
  tooLong('address', '住所', address, LIMITS.address);
  const postalCode = input.submitter?.postalCode ?? null;
  if (postalCode && !/^\d{3}-?\d{4}$/.test(postalCode.normalize('NFKC').replace(/[‐−ー–—]/gu, '-'))) {
    add('postalCode', '郵便番号は7けたの数字で書いてください。');
  }
  if (wanted && channel === 'post' && !input.submitter?.name) add('name', '郵便の宛名にするお名前を書いてください。');

  if (input.district !== null && !rules.districts.includes(input.district))
    add('district', '地区を一覧から選んでください。');
  if (!isDay(input.receivedOn)) add('receivedOn', '受け付けた日を年月日で書いてください。');
  else if (input.receivedOn > rules.today) add('receivedOn', '受け付けた日に、まだ来ていない日は書けません。');
  else if (input.receivedOn < '2015-04-01') add('receivedOn', '受け付けた日は2015年4月1日以降で書いてください。');
  if (input.attachments.length > LIMITS.attachments)
    add('attachments', `添付できるファイルは${LIMITS.attachments}つまでです。`);
  return problems;
}
