import type { SubmissionRequest } from '@kotae/contracts';
import type { DayString } from '@kotae/kernel';
import type { SubmissionInput, Submitter } from '@kotae/submission';
import { cleanEmail, cleanLine, cleanPostalCode, cleanText } from '../clean-text';

/** What the API was sent, as the submission room reads it. Who wants no reply leaves no name behind. */
export function inputOfRequest(request: SubmissionRequest, receivedOn: DayString): SubmissionInput {
  const { reply } = request;
  const channel = reply.wanted ? (reply.channel ?? null) : null;
  return {
    kind: request.kind,
    channel: 'web',
    receivedOn,
    subject: cleanLine(request.subject),
    body: cleanText(request.body),
    reply: { wanted: reply.wanted, channel },
    submitter: submitterOf({
      name: cleanLine(request.name),
      email: reply.wanted && channel !== 'post' ? cleanEmail(reply.email) : null,
      phone: null,
      postalCode: channel === 'post' ? cleanPostalCode(reply.postalCode) : null,
      address: channel === 'post' ? cleanLine(reply.address) : null,
    }),
    district: cleanLine(request.district),
    ageBand: request.ageBand ?? null,
    publishConsent: request.publishConsent ?? false,
    attachments: (request.attachments ?? []).map(({ id, key }) => ({ id: id.toLowerCase(), key })),
    follows: cleanLine(request.follows),
  };
}

/** Null when nothing is known of the sender. */
export function submitterOf(submitter: Submitter): Submitter | null {
  return Object.values(submitter).some((value) => value !== null) ? submitter : null;
}
