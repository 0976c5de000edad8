import { findUrgency, type Urgency } from '@kotae/classification';
import { URGENCY_LABELS } from '@kotae/kernel';
import { notifyDesk, readCitySettings } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';
import { namedId } from './named-id';
import type { Workshop } from './workshop';

/**
 * The desk's screens show the letters at once. Those that may be urgent become an event of their own, so that the mail about
 * them waits for nobody's mail server but its own.
 */
export async function tellTheDesk({ source, mails }: Workshop, submissionIds: readonly string[]): Promise<void> {
  await notifyDesk(source);
  const urgent = (await mails.toWeigh(submissionIds)).filter((letter) => urgencyOf(letter) !== null);
  if (urgent.length === 0) return;
  await source.query(
    `insert into outbox (id, name, payload, created_at)
     select id, 'UrgencyNoticed', jsonb_build_object('submissionId', letter), now()
     from unnest($1::uuid[], $2::text[]) as noticed(id, letter) on conflict (id) do nothing`,
    [urgent.map(({ submissionId }) => namedId(`kotae urgent ${submissionId}`)), urgent.map((one) => one.submissionId)],
  );
}

/** The number of a letter that may be urgent and where to read it; not what it says. */
export async function mailUrgent(
  { source, mails, mailer }: Workshop,
  submissionId: string,
  messageId: string,
): Promise<void> {
  const letter = await mails.toAcknowledge(submissionId);
  const urgent = letter === null ? null : urgencyOf(letter);
  if (letter === null || urgent === null) return;
  const city = await readCitySettings(source);
  const number = receiptNumber(letter.fiscalYear, letter.receiptSerial);
  await mailer.send({
    to: city.deskEmail,
    messageId,
    subject: `【緊急の確認】${number}（${URGENCY_LABELS[urgent.kind]}）`,
    text: `緊急の確認が必要かもしれない声が届きました。\n受付番号 ${number}\n${city.deskUrl}/submissions/${letter.submissionId}\n\n本文はこのメールには載せていません。すぐに画面で確認してください。\n`,
  });
}

function urgencyOf({ body, subject }: { readonly body: string; readonly subject: string | null }): Urgency | null {
  return findUrgency(body) ?? findUrgency(subject ?? '');
}
