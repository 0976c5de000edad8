import type { RegisterRequest, UploadAccepted } from '@kotae/contracts';
import type { AgeBand, Channel, DayString, ReplyChannel, SubmissionKind } from '@kotae/kernel';
import { newId } from '@kotae/kernel';

/** What is being typed from a sheet of paper or a telephone memo. */
export interface PaperDraft {
  readonly kind: SubmissionKind;
  readonly channel: Channel;
  readonly receivedOn: DayString;
  readonly subject: string;
  readonly body: string;
  readonly wanted: boolean;
  readonly replyChannel: ReplyChannel;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly postalCode: string;
  readonly address: string;
  readonly district: string;
  readonly ageBand: AgeBand | '';
  readonly publishConsent: boolean;
  readonly scans: readonly UploadAccepted[];
  /** Made once for each sheet, so that sending twice registers once. */
  readonly idempotencyKey: string;
}

export function freshDraft(today: DayString, like?: PaperDraft): PaperDraft {
  return {
    // A pile of paper is of one kind: what the last sheet was, the next will be.
    kind: like?.kind ?? 'proposal_postcard',
    channel: like?.channel ?? 'postcard',
    receivedOn: like?.receivedOn ?? today,
    subject: '',
    body: '',
    wanted: false,
    replyChannel: 'post',
    name: '',
    phone: '',
    email: '',
    postalCode: '',
    address: '',
    district: '',
    ageBand: '',
    publishConsent: false,
    scans: [],
    idempotencyKey: newId(),
  };
}

/** Whether anything was typed that would be a loss. */
export function isTouched(draft: PaperDraft): boolean {
  return (
    [draft.subject, draft.body, draft.name, draft.address].some((text) => text.trim() !== '') || draft.scans.length > 0
  );
}

/** The request as the server takes it. Name and address go along whenever they were written on the sheet. */
export function requestOf(draft: PaperDraft): RegisterRequest {
  const text = (value: string) => value.trim() || null;
  const submitter = {
    name: text(draft.name),
    phone: text(draft.phone),
    email: text(draft.email),
    postalCode: text(draft.postalCode),
    address: text(draft.address),
  };
  return {
    kind: draft.kind,
    channel: draft.channel,
    receivedOn: draft.receivedOn,
    subject: text(draft.subject),
    body: draft.body.trim(),
    reply: { wanted: draft.wanted, channel: draft.wanted ? draft.replyChannel : null },
    submitter: Object.values(submitter).some((value) => value !== null) ? submitter : null,
    district: text(draft.district),
    ageBand: draft.ageBand === '' ? null : draft.ageBand,
    publishConsent: draft.publishConsent,
    attachments: draft.scans.map(({ id, key }) => ({ id, key })),
    idempotencyKey: draft.idempotencyKey,
  };
}
