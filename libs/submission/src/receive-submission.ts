import { createHmac, hash } from 'node:crypto';
import {
  DomainError,
  LIMITS,
  dayOf,
  deadlineOf,
  fiscalYearOf,
  newId,
  type Actor,
  type Clock,
  type DayString,
  type DeadlineRule,
} from '@kotae/kernel';
import { checkSubmission } from './check-submission';
import { hashReceiptCode, makeReceiptCode, readReceiptCode } from './receipt-code';
import { receiptNumber } from './receipt-number';
import type { SubmissionInput } from './submission';

/** A submission ready to be written: everything decided but its receipt number, which the database gives. */
export interface AcceptedSubmission {
  readonly id: string;
  readonly eventId: string;
  readonly idempotencyKey: string;
  readonly fingerprint: Buffer;
  readonly codeHash: Buffer;
  readonly fiscalYear: number;
  readonly receivedAt: Date;
  readonly dueOn: DayString | null;
  readonly registeredBy: { readonly id: string | null; readonly name: string } | null;
  readonly followsCodeHash: Buffer | null;
  readonly input: SubmissionInput;
  readonly attachments: readonly {
    readonly id: string;
    readonly keyHash: Buffer;
    readonly purpose: 'attached' | 'scan';
  }[];
}

/** What stands in the database under an idempotency key after the commit. */
export interface Receipt {
  readonly id: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly receivedOn: DayString;
  readonly fingerprint: Buffer;
  /** False when the same key had been accepted before. */
  readonly fresh: boolean;
}

/** The one door. Resolves after the commit: what it answered is kept. */
export interface SubmissionDoor {
  accept(submission: AcceptedSubmission): Promise<Receipt>;
}

/** What of the city the door needs to know. */
export interface ReceivingCity {
  readonly districts: readonly string[];
  readonly replyRule: DeadlineRule;
  readonly extraHolidays: readonly DayString[];
}

export interface ReceiveContext {
  readonly door: SubmissionDoor;
  readonly clock: Clock;
  readonly city: ReceivingCity;
  /** The cell's secret; receipt codes and hashes are derived from it. */
  readonly secret: string;
  readonly actor: Actor;
}

export interface ReceivedSubmission {
  readonly submissionId: string;
  readonly receiptNumber: string;
  readonly receiptCode: string;
  readonly receivedOn: DayString;
  readonly dueOn: DayString | null;
  readonly fresh: boolean;
}

/**
 * Receives one submission, whatever the channel. The same `idempotencyKey` with the same content answers the same receipt
 * again; with other content it is refused (`idempotency_mismatch`).
 * @throws DomainError `invalid_input` with a problem per field.
 */
export async function receiveSubmission(
  context: ReceiveContext,
  input: SubmissionInput,
  idempotencyKey: string,
): Promise<ReceivedSubmission> {
  const now = context.clock.now();
  const problems = checkSubmission(input, { districts: context.city.districts, today: dayOf(now) });
  const followed = input.follows === null ? null : readReceiptCode(input.follows);
  if (input.follows !== null && followed === null) {
    problems.push({ field: 'follows', message: '前の照会コードが正しくないようです。' });
  }
  if (idempotencyKey === '' || idempotencyKey.length > LIMITS.idempotencyKey) {
    problems.push({
      field: 'Idempotency-Key',
      message: `Idempotency-Key は1〜${LIMITS.idempotencyKey}文字にしてください。`,
    });
  }
  if (problems.length > 0) throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);

  const receiptCode = makeReceiptCode(context.secret, idempotencyKey);
  const fingerprint = hash('sha256', canonical(input), 'buffer');
  const receipt = await context.door.accept({
    id: newId(),
    eventId: newId(),
    idempotencyKey,
    fingerprint,
    codeHash: hashReceiptCode(context.secret, receiptCode),
    fiscalYear: fiscalYearOf(input.receivedOn),
    receivedAt: now,
    dueOn: input.reply.wanted ? replyDueOn(input.receivedOn, context.city) : null,
    registeredBy: registrar(context.actor),
    followsCodeHash: followed === null ? null : hashReceiptCode(context.secret, followed),
    input,
    attachments: input.attachments.map(({ id, key }) => ({
      id,
      keyHash: hashUploadKey(key),
      purpose: context.actor.kind === 'staff' ? 'scan' : 'attached',
    })),
  });
  if (!receipt.fresh && !receipt.fingerprint.equals(fingerprint)) {
    throw new DomainError(
      'idempotency_mismatch',
      '同じ受付キーで、内容の違う送信がすでにあります。新しいキーで送ってください。',
    );
  }
  return {
    submissionId: receipt.id,
    receiptNumber: receiptNumber(receipt.fiscalYear, receipt.receiptSerial),
    receiptCode,
    receivedOn: receipt.receivedOn,
    dueOn: input.reply.wanted ? replyDueOn(receipt.receivedOn, context.city) : null,
    fresh: receipt.fresh,
  };
}

/** The day until which the city's rule wants a reply sent. */
export function replyDueOn(receivedOn: DayString, city: Pick<ReceivingCity, 'replyRule' | 'extraHolidays'>): DayString {
  return deadlineOf(receivedOn, city.replyRule, new Set(city.extraHolidays));
}

/** What the database keeps of an upload's key. */
export function hashUploadKey(key: string): Buffer {
  return createHmac('sha256', 'upload-key').update(key).digest();
}

function registrar(actor: Actor): AcceptedSubmission['registeredBy'] {
  if (actor.kind === 'staff') return { id: actor.staffId, name: actor.name };
  return actor.kind === 'system' ? { id: null, name: actor.name } : null;
}

/** The content a retry must repeat; the day is left out, because a retry may come after midnight. */
function canonical(input: SubmissionInput): string {
  const { kind, channel, subject, body, reply, submitter, district, ageBand, publishConsent, attachments, follows } =
    input;
  return JSON.stringify([
    kind,
    channel,
    subject,
    body,
    reply.wanted,
    reply.channel,
    submitter?.name,
    submitter?.email,
    submitter?.phone,
    submitter?.postalCode,
    submitter?.address,
    district,
    ageBand,
    publishConsent,
    attachments.map((a) => a.id),
    follows,
  ]);
}
