import { actionsFor, hasEnded, type Abilities } from '@kotae/casework';
import { may, type SubmissionDetail } from '@kotae/contracts';
import { daysBetween, type DayString, type Role } from '@kotae/kernel';
import type { CitySettings, SubmissionRecord } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';
import type { StaffActor } from '../access/access';
import { isOfSection, readsOriginal, shield, textFor } from '../masking/who-sees-what';
import { visibleAttachments } from '../attachments/who-opens';
import { replyDraft } from '../replies/reply-view';
import { opinionView } from './opinion-view';
import { knownSpans, suggestionView } from './suggestion-view';

/** A submission as one member of staff may see it, built field by field. */
export function submissionView(
  record: SubmissionRecord,
  actor: StaffActor,
  city: CitySettings,
  today: DayString,
): SubmissionDetail {
  const original = readsOriginal(actor, city);
  const body = textFor(original, record.body, knownSpans(record), city);
  const personal = may(actor.role, 'personal_data.read');
  const ended = hasEnded(record.state);
  // A section must be able to go on writing what it reads; everyone else without the right sees it masked.
  const answerText = (text: string) => (original || isOfSection(actor) ? text : shield(text, null, city).text);
  return {
    submissionId: record.submissionId,
    version: record.version,
    receiptNumber: receiptNumber(record.fiscalYear, record.receiptSerial),
    kind: record.kind,
    channel: record.channel,
    receivedOn: record.receivedOn,
    receivedAt: record.receivedAt.toISOString(),
    state: record.state,
    subject: record.subject === null ? null : textFor(original, record.subject, null, city).text,
    body: body.text,
    masked: !original,
    urgent: record.urgent,
    urgencyDecided:
      record.urgencyDecidedAt === null
        ? null
        : { by: record.urgencyDecidedBy ?? '', at: record.urgencyDecidedAt.toISOString() },
    doNotContact: record.doNotContact,
    district: record.district,
    ageBand: record.ageBand,
    publishConsent: record.publishConsent,
    reply: { wanted: record.replyWanted, channel: record.replyChannel },
    submitter: personal && record.submitter !== null ? { ...submitterOf(record.submitter) } : null,
    anonymous: record.submitter === null,
    dueOn: record.dueOn,
    daysLeft: ended || record.dueOn === null ? null : daysBetween(today, record.dueOn),
    suggestion: personal ? suggestionView(record, city) : null,
    opinions: record.opinions.map((opinion) => opinionView(opinion, record.steps, body, answerText)),
    attachments: visibleAttachments(record.attachments, actor, city).map(
      ({ id, purpose, fileName, mediaType, byteSize }) => ({ id, purpose, fileName, mediaType, byteSize }),
    ),
    replyView:
      record.reply === null && !record.opinions.some((o) => o.answerState === 'approved')
        ? null
        : replyDraft(record, city, original),
    closing: closingOf(record),
    publicationIds: [...record.publicationIds],
    follows: record.follows && {
      submissionId: record.follows.submissionId,
      receiptNumber: receiptNumber(record.follows.fiscalYear, record.follows.receiptSerial),
    },
    campaign: record.campaign && {
      size: record.campaign.size,
      // A section may not reach the others of a campaign.
      submissionIds: isOfSection(actor) ? [] : [...record.campaign.submissionIds],
    },
    actions: actionsFor(record, actor, abilitiesOf(actor.role)),
  };
}

function submitterOf({ name, email, phone, postalCode, address }: NonNullable<SubmissionRecord['submitter']>) {
  return { name, email, phone, postalCode, address };
}

function closingOf(record: SubmissionRecord): SubmissionDetail['closing'] {
  const { state, closedOn, closingReason } = record;
  if (closedOn === null) return null;
  if (state !== 'replied' && state !== 'circulated' && state !== 'forwarded') return null;
  return { kind: state, reason: closingReason, on: closedOn };
}

function abilitiesOf(role: Role): Abilities {
  return {
    triage: may(role, 'submission.triage'),
    close: may(role, 'submission.close'),
    register: may(role, 'submission.register'),
    write: may(role, 'answer.write'),
    approve: may(role, 'answer.approve'),
    outcome: may(role, 'outcome.decide'),
    reply: may(role, 'reply.send'),
    publish: may(role, 'publication.write'),
  };
}
