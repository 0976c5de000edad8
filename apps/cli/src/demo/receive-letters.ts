import { dayOf, type Clock } from '@kotae/kernel';
import { PgSubmissionDoor } from '@kotae/persistence';
import { receiveSubmission, type ReceivedSubmission, type SubmissionInput } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import type { DemoActors } from './actors';
import { demoCitySettings } from './city';
import { fate } from './fate';
import { ageBandOf, type DemoLetter } from './letters';

/** A clock that stands at one instant of a day in Japan. */
export function clockAt(day: string, hour: number, minute = 0): Clock {
  const two = (n: number) => String(n).padStart(2, '0');
  const instant = new Date(`${day}T${two(hour)}:${two(minute)}:00+09:00`);
  return { now: () => instant };
}

/**
 * Puts one letter in through the city's door: what came by web as its resident, everything else as the desk that registers
 * it. The same letter twice is one submission.
 */
export async function receiveLetter(
  context: { source: DataSource; secret: string; actors: DemoActors; now: Date },
  door: PgSubmissionDoor,
  letter: DemoLetter,
): Promise<ReceivedSubmission> {
  const fromWeb = letter.channel === 'web';
  const clock = clockAt(
    letter.receivedOn,
    8 + Math.floor(fate(letter.id, 'hour') * 10),
    Math.floor(fate(letter.id) * 60),
  );
  const settings = demoCitySettings('', '');
  return receiveSubmission(
    {
      door,
      // What arrived today may not have arrived in the future.
      clock: clock.now() > context.now && dayOf(context.now) === letter.receivedOn ? { now: () => context.now } : clock,
      city: settings,
      secret: context.secret,
      actor: fromWeb ? { kind: 'resident' } : context.actors.desk,
    },
    inputOf(letter),
    `demo:${letter.id}`,
  );
}

function inputOf(letter: DemoLetter): SubmissionInput {
  const { name, district, wantsReply } = letter.submitter;
  const replyByPost = wantsReply === true && name !== null;
  return {
    kind:
      letter.channel === 'postcard'
        ? 'proposal_postcard'
        : letter.channel === 'letter'
          ? 'letter_to_mayor'
          : 'web_opinion',
    channel: letter.channel as SubmissionInput['channel'],
    receivedOn: letter.receivedOn,
    subject: letter.subject,
    body: letter.body,
    reply: { wanted: replyByPost, channel: replyByPost ? 'post' : null },
    submitter:
      name === null
        ? null
        : {
            name,
            email: null,
            phone: null,
            postalCode: null,
            // No mail can ever reach anybody: the city does not exist.
            address: replyByPost ? `こだま市${district ?? '中央'}（架空の住所）` : null,
          },
    district,
    ageBand: ageBandOf(letter),
    publishConsent: fate(letter.id, 'consent') < 0.7,
    attachments: [],
    follows: null,
  };
}
