import type { LetterFormValues } from '@kotae/contracts';
import { AGE_BANDS, type DayString, type FieldProblem } from '@kotae/kernel';
import { checkSubmission, readReceiptCode, type SubmissionInput, type SubmissionRules } from '@kotae/submission';
import { cleanEmail, cleanLine, cleanPostalCode } from '../clean-text';
import { submitterOf } from '../reception/submission-input';
import type { UploadRef } from '../uploads/upload-counter';

type Typed = Omit<LetterFormValues, 'attachments'>;

/**
 * What was typed, as the submission room reads it. Only what the chosen way of replying needs is taken along; what was
 * typed for another way stays in the form and goes nowhere.
 */
export function inputOfLetter(
  values: Typed,
  attachments: readonly UploadRef[],
  receivedOn: DayString,
): SubmissionInput {
  const { replyWanted } = values;
  const channel = replyWanted === 'email' || replyWanted === 'post' ? replyWanted : null;
  return {
    kind: values.kind,
    channel: 'web',
    receivedOn,
    subject: cleanLine(values.subject),
    body: values.body,
    reply: { wanted: channel !== null, channel },
    submitter: submitterOf({
      name: channel === null ? null : cleanLine(values.name),
      email: channel === 'email' ? cleanEmail(values.email) : null,
      phone: null,
      postalCode: channel === 'post' ? cleanPostalCode(values.postalCode) : null,
      address: channel === 'post' ? cleanLine(values.address) : null,
    }),
    district: cleanLine(values.district),
    ageBand: AGE_BANDS.find((band) => band === values.ageBand) ?? null,
    publishConsent: values.publishConsent === 'yes',
    attachments: attachments.map(({ id, key }) => ({ id, key })),
    follows: cleanLine(values.follows),
  };
}

/** The order of the fields in the form; the summary of errors follows it. */
const ORDER = [
  'kind',
  'body',
  'subject',
  'attachments',
  'replyWanted',
  'email',
  'postalCode',
  'address',
  'name',
  'district',
  'ageBand',
  'publishConsent',
  'follows',
];

/** What a person should look at again before the letter can be sent, in the form's order and by its fields' names. */
export function problemsOfLetter(
  values: Typed,
  attachments: readonly UploadRef[],
  rules: SubmissionRules,
): FieldProblem[] {
  const problems = checkSubmission(inputOfLetter(values, attachments, rules.today), rules);
  if (values.replyWanted === '') {
    problems.push({ field: 'replyWanted', message: '返事がほしいかどうかを選んでください。' });
  }
  if (values.follows !== '' && readReceiptCode(values.follows) === null) {
    problems.push({ field: 'follows', message: '前の照会コードが正しくないようです。' });
  }
  return inFormOrder(problems);
}

export function inFormOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems
    .map(({ field, message }) => ({ field: field === 'replyChannel' ? 'replyWanted' : field, message }))
    .sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));
}
