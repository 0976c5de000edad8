import { bigramIds, findPersonalInformation } from '@kotae/japanese';
import { PgSubmissionDoor } from '@kotae/persistence';
import { receiveSubmission, type SubmissionInput } from '@kotae/submission';
import { TEST_CITY } from './test-city';
import type { TestDesk } from './test-desk';

export const LETTER: SubmissionInput = {
  kind: 'letter_to_mayor',
  channel: 'web',
  receivedOn: '2026-11-20',
  subject: '図書館とバス',
  body: '図書館の開館時間を夜8時まで延ばしてほしいです。また、駅前から総合病院までのバス路線を新しくつくってください。山田花子 電話090-1234-5678',
  reply: { wanted: true, channel: 'email' },
  submitter: { name: '山田花子', email: 'hanako@example.jp', phone: null, postalCode: null, address: null },
  district: '中央',
  ageBand: null,
  publishConsent: true,
  attachments: [],
  follows: null,
};

let letters = 0;

/** A letter comes in through the portal's door; the answer is its id. */
export async function sendLetter(desk: TestDesk, changes: Partial<SubmissionInput> = {}): Promise<string> {
  letters += 1;
  const received = await receiveSubmission(
    {
      door: new PgSubmissionDoor(desk.owner),
      clock: desk.clock,
      city: TEST_CITY,
      secret: 'a secret of the test city, long enough',
      actor: { kind: 'resident' },
    },
    { ...LETTER, ...changes },
    `test-letter-${letters}`,
  );
  return received.submissionId;
}

/** What the worker writes after it has read a submission: one opinion per sentence that ends in 。 */
export async function readByMachine(desk: TestDesk, submissionId: string): Promise<void> {
  const [{ body, subject }] = await desk.owner.query('select body, subject from submission where id = $1', [
    submissionId,
  ]);
  const opinions = [...(body as string).matchAll(/[^。]+。/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    class: { code: 'policy_proposal', confidence: 0.9, reasons: ['つくって'], alternatives: [] },
    subtype: null,
    topic: { code: 'transit', confidence: 0.8, reasons: ['バス'], alternatives: [] },
    section: { id: 'transit', name: '公共交通課' },
  }));
  const content = {
    modelVersion: 'test',
    opinions,
    urgent: null,
    pii: findPersonalInformation(body),
    doNotContact: null,
  };
  await desk.owner.query(
    'insert into suggestion (submission_id, model_version, created_at, content) values ($1, $2, now(), $3)',
    [submissionId, 'test', content],
  );
  await desk.owner.query(
    'insert into submission_search (submission_id, received_on, grams) select id, received_on, $2 from submission where id = $1',
    [submissionId, bigramIds(`${subject ?? ''}\n${body}`)],
  );
}
